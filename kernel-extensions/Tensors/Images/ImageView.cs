using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors.Images;

/// <summary>Shows tensors as images, with what was done to make brightness of the elements.</summary>
internal static class ImageView
{
    private const int Bytes = 46_000;
    private const int Longest = 512;

    /// <summary>One image.</summary>
    /// <param name="image">Its channels.</param>
    /// <param name="tensor">Where it came from, for the caption.</param>
    /// <param name="normalisation">How it is made brightness.</param>
    /// <param name="zoom">Screen pixels a pixel; null: small images are enlarged.</param>
    public static TensorPicture Show(ImageShape image, Tensor tensor, Normalisation normalisation, double? zoom)
    {
        var (picture, uri) = ImagePainter.Fit(image, normalisation, Bytes, Longest);
        var scale = zoom ?? Math.Max(1, Math.Floor(224.0 / Math.Max(image.Width, image.Height)));
        var (width, height) = (image.Width * scale, image.Height * scale);
        var shrink = zoom is null ? Math.Min(1, Longest / Math.Max(width, height)) : 1;
        var svg = new SvgWriter(width * shrink, height * shrink, $"image of {image.Width} by {image.Height} pixels");
        svg.Image(0, 0, width * shrink, height * shrink, uri, smooth: scale <= 1,
            title: $"{image.Width}×{image.Height} pixels, {normalisation.Told}");
        var facts = Caption(image, tensor, normalisation);
        if (picture.Width < image.Width) facts += $"; shown with {picture.Width}×{picture.Height} pixels, sampled";
        return new TensorPicture(new Card().Drawings(svg.ToHtml()).Note(facts).ToString(), "Image " + facts);
    }

    /// <summary>The caption: size, layout, type and the rule for brightness.</summary>
    public static string Caption(ImageShape image, Tensor tensor, Normalisation normalisation) =>
        $"{image.Width}×{image.Height}, {Kind(image)}, {image.Layout} {ShapeText.Type(tensor.dtype)}; {normalisation.Told}";

    private static string Kind(ImageShape image) => image.Channels.Length switch { 1 => "gray", 3 => "RGB", _ => "RGB and alpha" };
}
