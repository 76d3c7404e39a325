using Qiansi.Drawing.Png;
using Qiansi.Tensors.Multiples;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors.Images;

/// <summary>Images side by side, each with its caption.</summary>
internal static class ImageGrid
{
    private const int Most = 64;
    private const int Bytes = 40_000;
    private const double Gap = 6;

    /// <summary>Shows the images.</summary>
    public static TensorPicture Show(IReadOnlyList<ImageShape> images, IReadOnlyList<string>? captions, int? columns, Tensor first,
        Normalisation normalisation)
    {
        var shown = Math.Min(images.Count, Most);
        var perRow = Math.Max(1, Math.Min(columns ?? (shown <= 10 ? shown : 8), shown));
        var rows = (shown + perRow - 1) / perRow;
        var (uris, pixels) = Paint(images, shown, normalisation);
        var (width, height) = ((double)images.Take(shown).Max(i => i.Width), (double)images.Take(shown).Max(i => i.Height));
        var room = Math.Min(160, (640 / perRow) - Gap);
        var zoom = Math.Max(room, 24) / Math.Max(width, height);
        if (zoom > 1) zoom = Math.Floor(zoom * 2) / 2;
        var (cellWidth, cellHeight) = (width * zoom, height * zoom);
        var caption = captions is null ? 0 : 15;
        var svg = new SvgWriter((perRow * (cellWidth + Gap)) - Gap, (rows * (cellHeight + Gap + caption)) - Gap, $"{shown} images");
        for (var i = 0; i < shown; i++)
        {
            var (x, y) = (i % perRow * (cellWidth + Gap), i / perRow * (cellHeight + Gap + caption));
            var text = captions is { } given ? given[i] : null;
            var (w, h) = (images[i].Width * zoom, images[i].Height * zoom);
            svg.Image(x + ((cellWidth - w) / 2), y + ((cellHeight - h) / 2), w, h, uris[i], smooth: zoom < 1,
                title: text is null ? $"{i}" : $"{i}: {text}");
            if (text is not null) svg.Text(x + (cellWidth / 2), y + cellHeight + 12, Fit(text, cellWidth + Gap), "middle", 11, title: text);
        }

        var note = $"{images.Count} images of {ImageView.Caption(images[0], first, normalisation)}";
        if (shown < images.Count) note += $"; the first {shown} are shown";
        if (pixels < Math.Max(width, height)) note += $"; shown with at most {pixels} pixels a side, sampled";
        var words = captions is null ? "" : "\n" + string.Join(", ", captions.Take(shown));
        return new TensorPicture(new Card().Drawings(svg.ToHtml()).Note(note).ToString(), note + words);
    }

    /// <summary>Paints the images with as many pixels as fit all of them into the limit.</summary>
    private static (string[] Uris, int Pixels) Paint(IReadOnlyList<ImageShape> images, int shown, Normalisation normalisation)
    {
        for (double side = Math.Min(160, images.Take(shown).Max(i => Math.Max(i.Width, i.Height))); ; side *= 0.8)
        {
            var uris = images.Take(shown).Select(i => PngFile.DataUri(ImagePainter.Paint(i, normalisation, side))).ToArray();
            if (uris.Sum(u => u.Length) <= Bytes || side < 12) return (uris, (int)side);
        }
    }

    private static string Fit(string text, double width)
    {
        var letters = Math.Max(1, (int)(width / 6));
        return text.Length <= letters ? text : text[..(letters - 1)] + "…";
    }
}
