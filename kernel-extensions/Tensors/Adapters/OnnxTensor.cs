using System.Reflection;
using Qiansi.Tensors.Views;

namespace Qiansi.Tensors.Adapters;

/// <summary>Shows the tensors that OnnxRuntime takes and gives, as ours are shown.</summary>
internal static class OnnxTensor
{
    private delegate ReadOnlySpan<int> Dimensions();

    /// <summary>The tensor as a picture.</summary>
    public static TensorPicture Show(object value)
    {
        var head = $"DenseTensor [{string.Join(", ", Shape(value))}]";
        return Copy(value) is { } copy
            ? new TensorPicture(TensorView.Html(copy, head, [$"{copy.dtype}".ToLowerInvariant()]), $"{head}\n{copy}")
            : new TensorPicture(Formatters.Span(Line(value)), Line(value));
    }

    /// <summary>The tensor in one line.</summary>
    public static string Line(object value) =>
        $"DenseTensor [{string.Join(", ", Shape(value))}] of {value.GetType().GetGenericArguments()[0].Name}";

    // The sizes are a span, which reflection cannot box.
    private static long[] Shape(object value)
    {
        var read = value.GetType().GetProperty("Dimensions",
            BindingFlags.Public | BindingFlags.Instance)!.GetMethod!.CreateDelegate<Dimensions>(value);
        return Array.ConvertAll(read().ToArray(), n => (long)n);
    }

    /// <summary>A copy in our memory; null of types that ours do not have (texts, half floats of OnnxRuntime's own).</summary>
    private static Tensor? Copy(object value) => Reflected.Call(Reflected.Property(value, "Buffer")!, "ToArray") switch
    {
        float[] numbers => tensor(numbers, Shape(value)),
        double[] numbers => tensor(numbers, Shape(value)),
        int[] numbers => tensor(numbers, Shape(value)),
        long[] numbers => tensor(numbers, Shape(value)),
        byte[] numbers => tensor(numbers, Shape(value)),
        bool[] numbers => tensor(numbers, Shape(value)),
        _ => null,
    };
}
