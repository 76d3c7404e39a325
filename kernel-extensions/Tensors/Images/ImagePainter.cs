using Qiansi.Drawing.Png;
using Qiansi.Tensors.Heatmaps;

namespace Qiansi.Tensors.Images;

/// <summary>Paints an image of a tensor as a picture.</summary>
internal static class ImagePainter
{
    /// <summary>Paints an image so that its file has at most so many bytes: smaller, when it must be.</summary>
    public static (Picture Picture, string Uri) Fit(ImageShape image, Normalisation normalisation, int bytes, int longest)
    {
        for (double side = Math.Min(longest, Math.Max(image.Width, image.Height)); ; side *= 0.8)
        {
            var picture = Paint(image, normalisation, side);
            var uri = PngFile.DataUri(picture);
            if (uri.Length <= bytes || side < 16) return (picture, uri);
        }
    }

    /// <summary>Paints an image of at most so many pixels a side; pixels of larger ones are means of sampled elements.</summary>
    public static Picture Paint(ImageShape image, Normalisation normalisation, double longest)
    {
        var scale = Math.Max(1, Math.Max(image.Height, image.Width) / longest);
        var (rows, columns) = ((int)Math.Max(1, Math.Round(image.Height / scale)), (int)Math.Max(1, Math.Round(image.Width / scale)));
        var planes = Array.ConvertAll(image.Channels, c => Plane.Read(c, rows, columns));
        var hasNotFinite = planes.Any(p => p.Values.Any(v => !double.IsFinite(v)));
        var picture = new Picture(columns, rows, hasNotFinite ? Math.Max(3, planes.Length) : planes.Length);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var isLost = false;
                for (var k = 0; k < picture.Channels; k++)
                {
                    var value = planes[Math.Min(k, planes.Length - 1)][r, c];
                    isLost |= !double.IsFinite(value);
                    picture[r, c, k] = k == 3 ? Alpha(value, normalisation) : normalisation.Brightness(value, k);
                }

                if (!isLost) continue;
                (picture[r, c, 0], picture[r, c, 1], picture[r, c, 2]) = (HeatScale.NotFinite.R, HeatScale.NotFinite.G,
                    HeatScale.NotFinite.B);
            }
        }

        return picture;
    }

    private static byte Alpha(double value, Normalisation normalisation) =>
        (byte)Math.Clamp(Math.Round(normalisation.White > 1 ? value : value * 255), 0, 255);
}
