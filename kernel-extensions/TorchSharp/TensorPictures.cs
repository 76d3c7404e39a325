using Qiansi.Tensors;
using Their = TorchSharp.torch;

namespace Qiansi.TorchSharp;

/// <summary>The pictures of the kernel's tensors, for TorchSharp's: each draws a copy on the CPU.</summary>
/// <remarks>
/// Parameters and errors are those of the method of the same name in <c>Qiansi.Tensors</c>.
/// <c>ShowGraph</c> has nothing to draw: TorchSharp does not tell by which operations a tensor was made.
/// </remarks>
public static class TensorPictures
{
    /// <inheritdoc cref="TensorHeatmaps.AsHeatmap"/>
    public static TensorPicture AsHeatmap(
        this Their.Tensor tensor, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null,
        double? min = null, double? max = null) =>
        tensor.ToQiansi().AsHeatmap(rows, columns, min, max);

    /// <inheritdoc cref="TensorHeatmaps.AsHistogram"/>
    public static TensorPicture AsHistogram(this Their.Tensor tensor, int? bins = null) => tensor.ToQiansi().AsHistogram(bins);

    /// <inheritdoc cref="TensorImages.AsImage"/>
    public static TensorPicture AsImage(
        this Their.Tensor tensor, ImageLayout layout = ImageLayout.Auto, double? min = null, double? max = null, double[]? mean = null,
        double[]? std = null, double? zoom = null) => tensor.ToQiansi().AsImage(layout, min, max, mean, std, zoom);

    /// <inheritdoc cref="TensorImages.AsImageGrid(torch.Tensor, IEnumerable{string}?, int?, ImageLayout, double?, double?, double[], double[])"/>
    public static TensorPicture AsImageGrid(
        this Their.Tensor tensor, IEnumerable<string>? captions = null, int? columns = null, ImageLayout layout = ImageLayout.Auto,
        double? min = null, double? max = null, double[]? mean = null, double[]? std = null) =>
        tensor.ToQiansi().AsImageGrid(captions, columns, layout, min, max, mean, std);

    /// <inheritdoc cref="TensorImages.AsImageGrid(IEnumerable{torch.Tensor}, IEnumerable{string}?, int?, double?, double?)"/>
    public static TensorPicture AsImageGrid(
        this IEnumerable<Their.Tensor> images, IEnumerable<string>? captions = null, int? columns = null,
        double? min = null, double? max = null) =>
        images.Select(i => i.ToQiansi()).AsImageGrid(captions, columns, min, max);

    /// <inheritdoc cref="TensorFeatures.AsFeatureMaps"/>
    public static TensorPicture AsFeatureMaps(this Their.Tensor tensor, int index = 0, int? columns = null, bool shared = true) =>
        tensor.ToQiansi().AsFeatureMaps(index, columns, shared);

    /// <inheritdoc cref="TensorFeatures.AsKernels"/>
    public static TensorPicture AsKernels(this Their.Tensor weight, bool asColors = false) => weight.ToQiansi().AsKernels(asColors);

    /// <inheritdoc cref="TensorAttention.AsAttention"/>
    public static TensorPicture AsAttention(
        this Their.Tensor weights, IEnumerable<string>? tokens = null, IEnumerable<string>? keys = null, int index = 0,
        IEnumerable<int>? heads = null) =>
        weights.ToQiansi().AsAttention(tokens, keys, index, heads);

    /// <inheritdoc cref="TensorBoxes.AsBoxes"/>
    public static TensorPicture AsBoxes(
        this Their.Tensor image, Their.Tensor boxes, IEnumerable<string>? labels = null,
        Their.Tensor? scores = null, string format = "xyxy") =>
        image.ToQiansi().AsBoxes(boxes.ToQiansi(), labels, scores?.ToQiansi(), format);

    /// <inheritdoc cref="TensorClassification.AsConfusionMatrix(torch.Tensor, IEnumerable{string}?)"/>
    public static TensorPicture AsConfusionMatrix(this Their.Tensor counts, IEnumerable<string>? labels = null) =>
        counts.ToQiansi().AsConfusionMatrix(labels);

    /// <inheritdoc cref="TensorClassification.AsConfusionMatrix(torch.Tensor, torch.Tensor, IEnumerable{string}?)"/>
    public static TensorPicture AsConfusionMatrix(
        this Their.Tensor predictions, Their.Tensor targets, IEnumerable<string>? labels = null) =>
            predictions.ToQiansi().AsConfusionMatrix(targets.ToQiansi(), labels);

    /// <inheritdoc cref="TensorComparison.Compare"/>
    public static TensorPicture Compare(this Their.Tensor a, Their.Tensor b, double rtol = 1e-5, double atol = 1e-8) =>
        a.ToQiansi().Compare(b.ToQiansi(), rtol, atol);

    /// <summary>Says that there is no graph to be shown.</summary>
    public static TensorPicture ShowGraph(this Their.Tensor tensor)
    {
        const string Reason = "TorchSharp does not tell by which operations a tensor was made; the kernel's own tensors do.";
        return new(Formatters.Span(Reason), Reason);
    }

    /// <summary>How a TorchSharp tensor differs from one of the kernel's.</summary>
    public static TensorPicture Compare(this Their.Tensor a, torch.Tensor b, double rtol = 1e-5, double atol = 1e-8) =>
        a.ToQiansi().Compare(b, rtol, atol);
}
