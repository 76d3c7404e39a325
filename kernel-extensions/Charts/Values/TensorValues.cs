using System.Runtime.CompilerServices;

namespace Qiansi.Charts.Values;

/// <summary>Reads tensors, without loading the tensor library for charts that have none.</summary>
internal static class TensorValues
{
    /// <summary>Whether the value is a tensor of ours.</summary>
    public static bool IsTensor(object value) =>
        value.GetType().FullName is "Qiansi.torch+Tensor" or "Qiansi.torch+nn+Parameter" || DerivesFromTensor(value.GetType());

    /// <summary>A number, a column, or rows.</summary>
    /// <exception cref="ArgumentException">The tensor has more than two dimensions, not counting those of size 1.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object Of(object value, string name)
    {
        var tensor = (Ours.Tensor)value;
        long[] shape = [.. tensor.shape.Where(s => s != 1)];
        if (tensor.shape.Length <= 2) shape = tensor.shape;
        if (shape.Length > 2)
            throw new ArgumentException(
                $"{name}: a tensor of shape [{string.Join(", ", tensor.shape)}] has too many dimensions for a chart; take a row or a "
                    + "plane of it: t[0]");
        var numbers = Numbers(tensor);
        if (shape.Length == 0) return numbers[0];
        return shape.Length == 1 ? numbers : numbers.Chunk((int)Math.Max(1, shape[1])).ToArray();
    }

    private static double[] Numbers(Ours.Tensor tensor)
    {
        var isWide = tensor.dtype is Ours.ScalarType.Float64 or Ours.ScalarType.Int64 or Ours.ScalarType.Int32;
        return isWide ? tensor.ToArray<double>() : (double[])Sequences.Of(tensor.ToArray<float>(), "");
    }

    private static bool DerivesFromTensor(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            if (at.FullName == "Qiansi.torch+Tensor") return true;
        return false;
    }
}
