namespace Qiansi.Tensors;

/// <summary>Names of a tensor's axes: given once, they are shown wherever the tensor or a view of it is.</summary>
public static class TensorAxes
{
    /// <summary>
    /// Names the axes, first dimension first; what shares the tensor's memory (views, slices, transposes, <c>detach</c>) takes the names
    /// along as far as it can be known.
    /// </summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="names">One for each dimension: <c>"batch", "channel", "height", "width"</c>.</param>
    /// <returns>The same tensor.</returns>
    /// <exception cref="ArgumentException">Their number is not that of the dimensions, or one comes twice.</exception>
    public static Tensor WithAxes(this Tensor tensor, params string[] names)
    {
        if (names.Length != tensor.ndim)
            throw new ArgumentException(
                $"WithAxes: {names.Length} names ({string.Join(", ", names)}) for a tensor of {tensor.ndim} dimensions, shape "
                    + $"[{string.Join(", ", tensor.shape)}]; give one a dimension");
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw new ArgumentException($"WithAxes: '{twice}' names two dimensions of [{string.Join(", ", names)}]; use each name once");
        Naming.AxisNames.Set(tensor, names);
        return tensor;
    }

    /// <summary>The names of a tensor's axes; null for one whose name is not known.</summary>
    public static IReadOnlyList<string?> AxisNames(this Tensor tensor) => Naming.AxisNames.Of(tensor);
}
