using Qiansi.Tensors.Images;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>Two pictures of one thing: what went in and what came out, two methods, two epochs.</summary>
public static class TensorBeforeAfter
{
    private const int Bytes = 24_000;
    private const double Least = 320, Most = 480;

    /// <summary>
    /// Two images one over the other, with a slider that moves the border between them, by the mouse or by the arrow keys; beside each
    /// other on paper and where a host or browser has no such sliders. Both have the same size on the screen and the same rule for
    /// brightness.
    /// </summary>
    /// <param name="before">The image on the left, as for <see cref="TensorImages.AsImage"/>, of two or three dimensions.</param>
    /// <param name="after">The image on the right; of more or fewer pixels, but the same proportions.</param>
    /// <param name="first">What the left one is called.</param>
    /// <param name="second">What the right one is called.</param>
    /// <param name="at">Where the slider stands at first: per cent from the left that show <paramref name="before"/>.</param>
    /// <exception cref="ArgumentException">
    /// A shape is not that of one image, the proportions differ, or <paramref name="at"/> is not within 0 to 100.
    /// </exception>
    public static TensorPicture AsBeforeAfter(this Tensor before, Tensor after, string first = "before", string second = "after",
        double at = 50)
    {
        if (at is not (>= 0 and <= 100)) throw new ArgumentException($"AsBeforeAfter: at is {at}; give per cent, 0 to 100");
        ImageShape[] images = [ImageShape.One(before, ImageLayout.Auto, "AsBeforeAfter"),
            ImageShape.One(after, ImageLayout.Auto, "AsBeforeAfter")];
        var (a, b) = (images[0], images[1]);
        // A pixel of the smaller one may be missing: 28 is not three times 9.
        if (Math.Abs((double)a.Width * b.Height - (double)b.Width * a.Height) > Math.Max(a.Width + a.Height, b.Width + b.Height))
            throw new ArgumentException(
                $"AsBeforeAfter: {a.Width}×{a.Height} and {b.Width}×{b.Height} pixels have different proportions, so one cannot lie over "
                    + "the other; crop them to the same part");
        var rule = Normalisation.Shared([before, after]);
        var pixels = Math.Max(Math.Max(a.Width, a.Height), Math.Max(b.Width, b.Height));
        var zoom = pixels > Most ? Most / pixels : Math.Max(1, Math.Floor(Least / pixels));
        var larger = a.Width >= b.Width ? a : b;
        var (width, height) = (larger.Width * zoom, larger.Height * zoom);
        string[] names = [first, second];
        var panes = images.Select((image, i) => (Svg: Draw(image, rule, width, height, names[i]), Name: names[i])).ToArray();
        var facts = $"{first} {a.Width}×{a.Height}, {second} {b.Width}×{b.Height} pixels; {rule.Told}";
        return new TensorPicture(
            new Card().Markup(BeforeAfterHtml.Write(panes, width, at)).Note(facts).ToString(), $"Before and after · {facts}");
    }

    private static string Draw(ImageShape image, Normalisation rule, double width, double height, string name)
    {
        var (_, uri) = ImagePainter.Fit(image, rule, Bytes, (int)Most);
        var svg = new SvgWriter(width, height, $"{name}: image of {image.Width} by {image.Height} pixels");
        return svg.Image(0, 0, width, height, uri, smooth: image.Width > width).ToHtml();
    }
}
