using System.Text;
using Qiansi.Tensors.Boxes;
using Qiansi.Tensors.Images;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>What a detector found.</summary>
public static class TensorBoxes
{
    private const int Most = 64;
    private const int Bytes = 30_000;
    private const double Longest = 560;

    /// <summary>An image with boxes on it; boxes of one label have one colour.</summary>
    /// <param name="image">As for <see cref="TensorImages.AsImage"/>, of two or three dimensions.</param>
    /// <param name="boxes">
    /// (n, 4), in pixels, or in parts of the image when no number is above 1; the 64 with the best scores are drawn.
    /// </param>
    /// <param name="labels">What is in each box.</param>
    /// <param name="scores">(n), how sure it is.</param>
    /// <param name="format"><c>xyxy</c> corners, <c>xywh</c> corner and size, <c>cxcywh</c> centre and size.</param>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public static TensorPicture AsBoxes(this Tensor image, Tensor boxes, IEnumerable<string>? labels = null, Tensor? scores = null,
        string format = "xyxy")
    {
        var shape = ImageShape.All(image, ImageLayout.Auto, "AsBoxes");
        if (shape.Count != 1) throw new ArgumentException($"AsBoxes: {ShapeText.Of(image)} is a batch; select one image");
        var names = labels?.ToList();
        var sure = scores?.detach().to(float64).ToArray<double>();
        var (read, areParts) = BoxList.Read(boxes, format, shape[0].Width, shape[0].Height, "AsBoxes");
        if (names is not null && names.Count != read.Length)
            throw new ArgumentException($"AsBoxes: {names.Count} labels for {read.Length} boxes; give one a box");
        if (sure is not null && sure.Length != read.Length)
            throw new ArgumentException($"AsBoxes: {sure.Length} scores for {read.Length} boxes; give one a box");
        var order = Enumerable.Range(0, read.Length).OrderByDescending(i => sure?[i] ?? 0).Take(Most).Reverse().ToList();
        var normalisation = Normalisation.Of(image, null, null, null, null);
        var svg = Draw(shape[0], normalisation, read, order, names, sure);
        var note = $"{read.Length} boxes on {ImageView.Caption(shape[0], image, normalisation)}";
        if (order.Count < read.Length) note += $"; the {order.Count} {(sure is null ? "first" : "best")} are drawn";
        if (areParts) note += "; boxes in parts of the image";
        var text = new StringBuilder(note);
        foreach (var i in order.AsEnumerable().Reverse()) text.Append('\n').Append(Title(read, i, names, sure));
        return new TensorPicture(new Card().Drawings(svg).Note(note).ToString(), text.ToString());
    }

    private static string Draw(ImageShape image, Normalisation normalisation,
        (double Left, double Top, double Right, double Bottom)[] boxes, List<int> order, List<string>? names, double[]? scores)
    {
        var (_, uri) = ImagePainter.Fit(image, normalisation, Bytes, 420);
        var zoom = Longest / Math.Max(image.Width, image.Height);
        if (zoom > 8) zoom = 8;
        var (width, height) = (image.Width * zoom, image.Height * zoom);
        var svg = new SvgWriter(width, height, $"image with {boxes.Length} boxes");
        svg.Image(0, 0, width, height, uri, smooth: zoom < 3);
        var kinds = names?.Distinct().ToList();
        foreach (var i in order)
        {
            var color = Palette.Category(kinds?.IndexOf(names![i]) ?? 0);
            var (x, y) = (boxes[i].Left * zoom, boxes[i].Top * zoom);
            var (w, h) = (Math.Max(1, (boxes[i].Right - boxes[i].Left) * zoom), Math.Max(1, (boxes[i].Bottom - boxes[i].Top) * zoom));
            svg.Rect(x, y, w, h, new SvgStyle(Fill: "#fff0", Stroke: color.ToString(), Width: 2), radius: 2,
                title: Title(boxes, i, names, scores));
            var label = Label(i, names, scores);
            if (label.Length == 0) continue;
            // The label stands on the box, and inside of it where the image ends.
            var room = TextWidth.Of(label, 11) + 8;
            var (labelX, labelY) = (Math.Clamp(x - 1, 0, Math.Max(0, width - room)), y >= 16 ? y - 16 : Math.Max(0, y));
            svg.Rect(labelX, labelY, room, 16, SvgStyle.Filled(color), radius: 2);
            svg.Text(labelX + 4, labelY + 12, label, size: 11, fill: color.TextOnTop.ToString(), weight: "600");
        }

        return svg.ToHtml();
    }

    private static string Label(int i, List<string>? names, double[]? scores) =>
        string.Join(" ", new[]
        {
            names?[i] is { Length: > 24 } name ? name[..23] + "…" : names?[i],
            scores is null ? null : NumberText.Short(scores[i], 2),
        }.Where(p => !string.IsNullOrEmpty(p)));

    private static string Title((double Left, double Top, double Right, double Bottom)[] boxes, int i, List<string>? names,
        double[]? scores)
    {
        var (left, top, right, bottom) = boxes[i];
        var label = Label(i, names, scores);
        return $"{(label.Length > 0 ? label + ": " : "")}{NumberText.Short(left)}, {NumberText.Short(top)} to {NumberText.Short(right)}, "
            + $"{NumberText.Short(bottom)} ({NumberText.Short(right - left)} × {NumberText.Short(bottom - top)})";
    }
}
