using Qiansi.Tensors.Images;

namespace Qiansi.Tensors;

/// <summary>Tensors as images.</summary>
public static class TensorImages
{
    /// <summary>
    /// The tensor as an image: (height, width), (channel, height, width), (height, width, channel), or a batch of those as a grid. The
    /// caption tells how elements became brightness.
    /// </summary>
    /// <param name="tensor">
    /// One, three or four channels; bytes, numbers within 0 to 1, or any others, which are stretched over their range.
    /// </param>
    /// <param name="layout">Where the channels are.</param>
    /// <param name="min">The element shown black; null: by the rule above.</param>
    /// <param name="max">The element shown white.</param>
    /// <param name="mean">What was subtracted from each channel (ImageNet: 0.485, 0.456, 0.406) and is added again.</param>
    /// <param name="std">What each channel was divided by (ImageNet: 0.229, 0.224, 0.225).</param>
    /// <param name="zoom">Screen pixels a pixel; null: small images are enlarged.</param>
    /// <exception cref="ArgumentException">The shape is not that of an image.</exception>
    public static TensorPicture AsImage(
        this Tensor tensor, ImageLayout layout = ImageLayout.Auto, double? min = null, double? max = null, double[]? mean = null,
        double[]? std = null, double? zoom = null)
    {
        if (tensor.ndim == 4 && tensor.size(0) != 1) return AsImageGrid(tensor, layout: layout, min: min, max: max, mean: mean, std: std);
        var normalisation = Normalisation.Of(tensor, min, max, mean, std);
        return ImageView.Show(ImageShape.All(tensor, layout, "AsImage")[0], tensor, normalisation, zoom);
    }

    /// <summary>
    /// A batch of images, (batch, channel, height, width), (batch, height, width, channel) or (batch, height, width), side by side.
    /// </summary>
    /// <param name="tensor">The batch; at most 64 images are shown.</param>
    /// <param name="captions">What stands below each.</param>
    /// <param name="columns">Images in a row.</param>
    /// <param name="layout">Where the channels are.</param>
    /// <param name="min">The element shown black.</param>
    /// <param name="max">The element shown white.</param>
    /// <param name="mean">What was subtracted from each channel and is added again.</param>
    /// <param name="std">What each channel was divided by.</param>
    /// <exception cref="ArgumentException">The shape is not that of images, or there are fewer captions than images.</exception>
    public static TensorPicture AsImageGrid(
        this Tensor tensor, IEnumerable<string>? captions = null, int? columns = null, ImageLayout layout = ImageLayout.Auto,
        double? min = null, double? max = null, double[]? mean = null, double[]? std = null)
    {
        if (tensor.ndim is not (3 or 4))
            throw new ArgumentException(
                $"AsImageGrid: a batch of images has 3 or 4 dimensions, this tensor is {ShapeText.Of(tensor)}; use AsImage for one image");
        var batch = tensor.ndim == 3 ? tensor.detach().unsqueeze(1) : tensor;
        return Grid(ImageShape.All(batch, tensor.ndim == 3 ? ImageLayout.ChannelsFirst : layout, "AsImageGrid"), captions, columns, batch,
            Normalisation.Of(tensor, min, max, mean, std));
    }

    /// <summary>Images, also of different sizes, side by side.</summary>
    /// <param name="images">Tensors as for <see cref="AsImage"/>; at most 64 are shown.</param>
    /// <param name="captions">What stands below each.</param>
    /// <param name="columns">Images in a row.</param>
    /// <param name="min">The element shown black.</param>
    /// <param name="max">The element shown white.</param>
    /// <exception cref="ArgumentException">There are none, or one's shape is not that of an image.</exception>
    public static TensorPicture AsImageGrid(this IEnumerable<Tensor> images, IEnumerable<string>? captions = null, int? columns = null,
        double? min = null, double? max = null)
    {
        var all = images.ToList();
        if (all.Count == 0) throw new ArgumentException("AsImageGrid: there are no images in the sequence");
        var widest = Normalisation.Shared(all, min, max);
        return Grid([.. all.Select(i => ImageShape.One(i, ImageLayout.Auto, "AsImageGrid"))], captions, columns, all[0], widest);
    }

    private static TensorPicture Grid(IReadOnlyList<ImageShape> images, IEnumerable<string>? captions, int? columns, Tensor first,
        Normalisation normalisation)
    {
        var texts = captions?.ToList();
        if (texts is not null && texts.Count < images.Count)
            throw new ArgumentException($"AsImageGrid: {texts.Count} captions for {images.Count} images; give one an image");
        return ImageGrid.Show(images, texts, columns, first, normalisation);
    }
}
