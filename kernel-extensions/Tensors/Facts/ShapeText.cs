using Qiansi.Tensors.Naming;

namespace Qiansi.Tensors.Facts;

/// <summary>Shapes in words.</summary>
internal static class ShapeText
{
    /// <summary><c>[64, 1, 28, 28]</c>.</summary>
    public static string Sizes(ReadOnlySpan<long> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";

    /// <summary><c>[batch 64, channel 1, 28, 28]</c>.</summary>
    public static string Of(Tensor tensor)
    {
        var names = AxisNames.Of(tensor);
        return $"[{string.Join(", ", tensor.sizes.Select((size, d) => names[d] is { } name ? $"{name} {size}" : $"{size}"))}]";
    }

    /// <summary>What a dimension is called: its name, else <c>dim 2</c>.</summary>
    public static string Axis(string?[] names, int dimension) => names[dimension] ?? $"dim {dimension}";

    /// <summary>A place along a dimension: <c>batch 3</c>, else <c>dim 0: 3</c>.</summary>
    public static string At(string?[] names, int dimension, long index) =>
        names[dimension] is { } name ? $"{name} {index}" : $"dim {dimension}: {index}";

    /// <summary><c>784, 784, 28, 1</c>, and what is worth knowing of them.</summary>
    public static string Strides(Tensor tensor)
    {
        var text = $"strides {Sizes(tensor.strides)}";
        if (tensor.strides.AsSpan().Contains(0) && tensor.count > 1) return text + " (expanded: elements share memory)";
        return tensor.is_contiguous() ? text : text + " (not contiguous)";
    }

    /// <summary>How much memory the elements take: <c>196 KiB</c>.</summary>
    public static string Memory(Tensor tensor) => NumberText.Bytes((double)tensor.count * tensor.ElementSize);

    /// <summary>The element type without its module: <c>float32</c>.</summary>
    public static string Type(ScalarType type) => type.TorchName().Replace("torch.", "", StringComparison.Ordinal);
}
