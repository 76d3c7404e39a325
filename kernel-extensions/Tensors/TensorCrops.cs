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
        var places = Places(boxes, format, shape);
        var names = labels?.ToList() ?? Letters(places.Length);
        if (names.Count != places.Length)
            throw new ArgumentException($"AsCrops: {names.Count} labels for {places.Length} boxes; give one a box");
        return Draw(image, [shape], places, names, (box, _) => names[box]);
    }

    /// <summary>The same details of several images, of a picture enlarged in several ways for instance: the first image with boxes marked
    /// on it, and each box as it is in every one, in the colours of the first.</summary>
    /// <param name="images">As for <see cref="TensorImages.AsImage"/>, of equal height and width.</param>
    /// <param name="boxes">(n, 4), as for one image; at most 12 crops.</param>
    /// <param name="names">What each image is called.</param>
    /// <param name="format"><c>xyxy</c> corners, <c>xywh</c> corner and size, <c>cxcywh</c> centre and size.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a box lies outside of the images.</exception>
    public static TensorPicture AsCrops(
        this IReadOnlyList<Tensor> images, Tensor boxes, IReadOnlyList<string> names, string format = "xyxy")
    {
        if (images.Count == 0 || names.Count != images.Count)
            throw new ArgumentException($"AsCrops: {names.Count} names for {images.Count} images; give one an image");
        var shapes = images.Select(i => ImageShape.One(i, ImageLayout.Auto, "AsCrops")).ToList();
        for (var i = 1; i < shapes.Count; i++)
        {
            if ((shapes[i].Width, shapes[i].Height) != (shapes[0].Width, shapes[0].Height))
                throw new ArgumentException($"AsCrops: {names[i]} has {shapes[i].Width}×{shapes[i].Height} pixels and {names[0]} "
                    + $"{shapes[0].Width}×{shapes[0].Height}; make them of one size");
        }

        var places = Places(boxes, format, shapes[0], images.Count);
        var letters = Letters(places.Length);
        return Draw(images[0], shapes, places, letters, (box, image) => $"{letters[box]}, {names[image]}");
    }

    private static List<string> Letters(int count) => [.. Enumerable.Range(0, count).Select(i => $"{(char)('a' + i)}")];

    private static (long Left, long Top, long Width, long Height)[] Places(Tensor boxes, string format, ImageShape shape, int images = 1)
    {
        var (read, _) = BoxList.Read(boxes, format, shape.Width, shape.Height, "AsCrops");
        if (read.Length is 0 || read.Length * images > Most)
        {
            var all = images > 1 ? $" of {images} images" : "";
            throw new ArgumentException($"AsCrops: {read.Length} boxes{all}; give 1 to {Most} crops");
        }

        return [.. read.Select((box, i) => Pixels(box, i, shape))];
    }

    private static TensorPicture Draw(Tensor image, List<ImageShape> shapes, (long Left, long Top, long Width, long Height)[] places,
        List<string> boxes, Func<int, int, string> nameOf)
    {
        var rule = Normalisation.Of(image, null, null, null, null);
        var count = places.Length * shapes.Count;
        var crops = places.SelectMany((place, box) =>
            shapes.Select((shape, i) => Crop(shape, rule, place, box, nameOf(box, i), 24_000 / count))).ToList();
        var note = ImageView.Caption(shapes[0], image, rule);
        var text = new StringBuilder($"{count} {(count == 1 ? "crop" : "crops")} of {note}");
        foreach (var crop in crops) text.Append('\n').Append(crop.Words);
        var drawings = crops.Select(c => c.Html).Prepend(Marked(shapes[0], rule, places, boxes));
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
