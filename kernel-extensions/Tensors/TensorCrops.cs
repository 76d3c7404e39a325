using System.Text;
using Qiansi.Tensors.Boxes;
using Qiansi.Tensors.Images;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>Details of images, enlarged.</summary>
public static class TensorCrops
{
    private const int Most = 12;
    private const double Side = 168, Longest = 420;

    /// <summary>
    /// An image with boxes marked on it, and beside it what is in each box, every pixel enlarged to a square (nearest neighbour: nothing is
    /// smoothed over).
    /// </summary>
    /// <param name="image">As for <see cref="TensorImages.AsImage"/>, of two or three dimensions.</param>
    /// <param name="boxes">
    /// (n, 4), in pixels, or in parts of the image when no number is above 1; at most 12. A crop has every pixel that its box touches.
    /// </param>
    /// <param name="labels">What each crop is called; letters when null.</param>
    /// <param name="format"><c>xyxy</c> corners, <c>xywh</c> corner and size, <c>cxcywh</c> centre and size.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a box lies outside of the image.</exception>
    public static TensorPicture AsCrops(this Tensor image, Tensor boxes, IEnumerable<string>? labels = null, string format = "xyxy")
    {
        var shape = ImageShape.One(image, ImageLayout.Auto, "AsCrops");
        var (read, _) = BoxList.Read(boxes, format, shape.Width, shape.Height, "AsCrops");
        if (read.Length is 0 or > Most) throw new ArgumentException($"AsCrops: {read.Length} boxes; give 1 to {Most}");
        var names = labels?.ToList() ?? [.. Enumerable.Range(0, read.Length).Select(i => $"{(char)('a' + i)}")];
        if (names.Count != read.Length)
            throw new ArgumentException($"AsCrops: {names.Count} labels for {read.Length} boxes; give one a box");
        var places = read.Select((box, i) => Pixels(box, i, shape)).ToArray();
        var rule = Normalisation.Of(image, null, null, null, null);
        var crops = places.Select((p, i) => Crop(shape, rule, p, i, names[i], 24_000 / places.Length)).ToArray();
        var note = ImageView.Caption(shape, image, rule);
        var text = new StringBuilder($"{places.Length} {(places.Length == 1 ? "crop" : "crops")} of {note}");
        foreach (var crop in crops) text.Append('\n').Append(crop.Words);
        var drawings = crops.Select(c => c.Html).Prepend(Marked(shape, rule, places, names));
        return new TensorPicture(new Card().Drawings(drawings).Note(note).ToString(), text.ToString());
    }

    private static (long Left, long Top, long Width, long Height) Pixels(
        (double Left, double Top, double Right, double Bottom) box, int number, ImageShape image)
    {
        // Corners that were parts of the image are pixels only up to rounding.
        const double rounding = 1e-6;
        var (left, top) = (Math.Floor(Math.Max(0, box.Left) + rounding), Math.Floor(Math.Max(0, box.Top) + rounding));
        var (right, bottom) = (Math.Ceiling(Math.Min(image.Width, box.Right) - rounding),
            Math.Ceiling(Math.Min(image.Height, box.Bottom) - rounding));
        if (right <= left || bottom <= top)
            throw new ArgumentException(
                $"AsCrops: box {number}, {NumberText.Short(box.Left)}, {NumberText.Short(box.Top)} to {NumberText.Short(box.Right)}, "
                    + $"{NumberText.Short(box.Bottom)}, has no pixel of the image of {image.Width}×{image.Height}");
        return ((long)left, (long)top, (long)(right - left), (long)(bottom - top));
    }

    private static string Marked(ImageShape image, Normalisation rule, (long Left, long Top, long Width, long Height)[] places,
        List<string> names)
    {
        var (_, uri) = ImagePainter.Fit(image, rule, 22_000, (int)Longest);
        var zoom = Math.Min(8, Longest / Math.Max(image.Width, image.Height));
        var svg = new SvgWriter(image.Width * zoom, image.Height * zoom, $"image with {places.Length} marked boxes");
        svg.Image(0, 0, svg.Width, svg.Height, uri, smooth: zoom < 1);
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y, width, height) = (places[i].Left * zoom, places[i].Top * zoom, places[i].Width * zoom, places[i].Height * zoom);
            var color = Palette.Category(i);
            svg.Rect(x, y, width, height, new SvgStyle(Fill: "#fff0", Stroke: color.ToString(), Width: 2), title: names[i]);
            var label = names[i].Length > 16 ? names[i][..15] + "…" : names[i];
            var room = TextWidth.Of(label, 11) + 8;
            // The label stands on its box, and inside of it where the image ends.
            var (labelX, labelY) = (Math.Clamp(x - 1, 0, Math.Max(0, svg.Width - room)), y >= 16 ? y - 16 : y);
            svg.Rect(labelX, labelY, room, 16, SvgStyle.Filled(color), radius: 2);
            svg.Text(labelX + 4, labelY + 12, label, size: 11, fill: color.TextOnTop.ToString(), weight: "600");
        }

        return svg.ToHtml();
    }

    private static (string Html, string Words) Crop(ImageShape image, Normalisation rule,
        (long Left, long Top, long Width, long Height) place, int number, string name, int bytes)
    {
        var part = image.Crop(place.Left, place.Top, place.Width, place.Height);
        var (_, uri) = ImagePainter.Fit(part, rule, bytes, 512);
        var longest = Math.Max(place.Width, place.Height);
        var zoom = longest > Side ? Side / longest : Math.Floor(Side / longest);
        var (width, height) = (place.Width * zoom, place.Height * zoom);
        var words = $"{name}: {place.Width}×{place.Height} pixels at ({place.Left}, {place.Top}), {NumberText.Short(zoom)}×";
        var svg = new SvgWriter(width + 4, height + 4, words);
        svg.Image(2, 2, width, height, uri, smooth: zoom < 1, title: words);
        svg.Rect(1, 1, width + 2, height + 2, new SvgStyle(Fill: "none", Stroke: Palette.Category(number).ToString(), Width: 2));
        var at = $"({place.Left}, {place.Top}), {NumberText.Short(zoom)}×";
        return ($"{svg.ToHtml()}<div style=\"font-size:12px\">{MarkupText.Escape(name)} "
            + $"<span style=\"color:{Theme.Soft}\">{MarkupText.Escape(at)}</span></div>", words);
    }
}
