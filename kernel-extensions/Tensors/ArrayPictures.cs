using Qiansi.Tensors.Arrays;

namespace Qiansi.Tensors;

/// <summary>Arrays and sequences of numbers, shown as tensors are.</summary>
public static class ArrayPictures
{
    /// <summary>A matrix as colours; see <see cref="TensorHeatmaps.AsHeatmap"/>.</summary>
    public static TensorPicture AsHeatmap<T>(this T[,] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null,
        double? min = null, double? max = null)
        where T : unmanaged => ArrayTensor.Of(values, "AsHeatmap").AsHeatmap(rows, columns, min, max);

    /// <summary>Rows of one length as colours.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static TensorPicture AsHeatmap<T>(this T[][] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null,
        double? min = null, double? max = null)
        where T : unmanaged => ArrayTensor.OfRows(values, "AsHeatmap").AsHeatmap(rows, columns, min, max);

    /// <summary>How numbers are spread; see <see cref="TensorHeatmaps.AsHistogram"/>.</summary>
    public static TensorPicture AsHistogram<T>(this IEnumerable<T> values, int? bins = null)
        where T : unmanaged => ArrayTensor.Of(values.ToArray(), "AsHistogram").AsHistogram(bins);

    /// <summary>How the numbers of a matrix are spread.</summary>
    public static TensorPicture AsHistogram<T>(this T[,] values, int? bins = null)
        where T : unmanaged => ArrayTensor.Of(values, "AsHistogram").AsHistogram(bins);

    /// <summary>A gray image (height, width); see <see cref="TensorImages.AsImage"/>.</summary>
    public static TensorPicture AsImage<T>(this T[,] values, double? min = null, double? max = null)
        where T : unmanaged => ArrayTensor.Of(values, "AsImage").AsImage(min: min, max: max);

    /// <summary>An image with its channels first or last.</summary>
    public static TensorPicture AsImage<T>(this T[,,] values, ImageLayout layout = ImageLayout.Auto, double? min = null, double? max = null)
        where T : unmanaged => ArrayTensor.Of(values, "AsImage").AsImage(layout, min, max);

    /// <summary>Gray images of one size side by side, (image, height, width).</summary>
    public static TensorPicture AsImageGrid<T>(this T[,,] values, IEnumerable<string>? captions = null, int? columns = null)
        where T : unmanaged => ArrayTensor.Of(values, "AsImageGrid").AsImageGrid(captions, columns);

    /// <summary>Counts as a confusion matrix, rows the true class; see <see cref="TensorClassification"/>.</summary>
    public static TensorPicture AsConfusionMatrix<T>(this T[,] counts, IEnumerable<string>? labels = null)
        where T : unmanaged => ArrayTensor.Of(counts, "AsConfusionMatrix").AsConfusionMatrix(labels);

    /// <summary>Attention weights (queries, keys); see <see cref="TensorAttention.AsAttention"/>.</summary>
    public static TensorPicture AsAttention<T>(this T[,] weights, IEnumerable<string>? tokens = null, IEnumerable<string>? keys = null)
        where T : unmanaged => ArrayTensor.Of(weights, "AsAttention").AsAttention(tokens, keys);
}
