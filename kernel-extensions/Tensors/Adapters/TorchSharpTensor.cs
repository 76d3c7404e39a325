using Qiansi.Drawing;
using Qiansi.Tensors.Facts;
using Qiansi.Tensors.Views;
using static Qiansi.torch;

namespace Qiansi.Tensors.Adapters;

/// <summary>Shows TorchSharp's tensors as ours are shown.</summary>
internal static class TorchSharpTensor
{
    /// <summary>Larger ones are not copied whole.</summary>
    private const long MostCopied = 1 << 24;

    /// <summary>The tensor as a picture.</summary>
    public static TensorPicture Show(object value)
    {
        if (Copy(value) is not { } copy) return new TensorPicture(Formatters.Span(Head(value)), Head(value));
        var facts = Facts(value).ToList();
        if (copy.IsPart) facts.Add($"{NumberText.Count(copy.Tensor.count)} elements at even distances are shown");
        return new TensorPicture(TensorView.Html(copy.Tensor, Head(value), facts), $"{Head(value)} · {string.Join(" · ", facts)}\n{TensorFacts.Line(copy.Tensor)}\n{copy.Tensor}");
    }

    /// <summary>The tensor in one line.</summary>
    public static string Line(object value) => Copy(value) is { } copy ? $"{Head(value)} · {TensorFacts.Line(copy.Tensor)}" : Head(value);

    private static string Head(object value) => $"TorchSharp tensor {ShapeText.Sizes(Shape(value))}";

    private static IEnumerable<string> Facts(object value)
    {
        yield return $"{Reflected.Property(value, "dtype")}".ToLowerInvariant();
        yield return $"{Reflected.Property(value, "device")}";
        if (Reflected.Property(value, "requires_grad") is true) yield return "requires grad";
    }

    private static long[] Shape(object value) => (long[])Reflected.Property(value, "shape")!;

    /// <summary>A copy in our memory; null of types that ours do not have (complex numbers).</summary>
    private static (Tensor Tensor, bool IsPart)? Copy(object value)
    {
        var shape = Shape(value);
        var count = shape.Aggregate(1L, (a, b) => a * b);
        var tensor = Reflected.Call(Reflected.Call(value, "detach")!, "cpu")!;
        if (count > MostCopied)
        {
            var step = (count / (1 << 18)) | 1;
            tensor = Reflected.Call(Reflected.Call(tensor, "flatten")!, "slice", 0L, 0L, count, step)!;
            shape = [(count + step - 1) / step];
        }

        tensor = Reflected.Call(tensor, "contiguous")!;
        Tensor? copy = $"{Reflected.Property(value, "dtype")}" switch
        {
            "Byte" => torch.tensor(Elements<byte>(tensor), shape),
            "Bool" => torch.tensor(Elements<bool>(tensor), shape),
            "Int8" => torch.tensor(Elements<sbyte>(tensor), shape),
            "Int16" => torch.tensor(Elements<short>(tensor), shape),
            "Int32" => torch.tensor(Elements<int>(tensor), shape),
            "Int64" => torch.tensor(Elements<long>(tensor), shape),
            "Float32" => torch.tensor(Elements<float>(tensor), shape),
            "Float64" => torch.tensor(Elements<double>(tensor), shape),
            "Float16" or "BFloat16" => torch.tensor(Elements<float>(Reflected.Call(tensor, "float")!), shape),
            _ => null,
        };
        return copy is null ? null : (copy, count > MostCopied);
    }

    private static T[] Elements<T>(object tensor)
        where T : unmanaged => (T[])Reflected.Call(Reflected.Call(tensor, "data", typeof(T))!, "ToArray")!;
}
