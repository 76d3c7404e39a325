using Qiansi.Drawing;
using Qiansi.Tensors;
using Qiansi.Tensors.Facts;
using Qiansi.Tensors.Views;
using Their = TorchSharp.torch;

namespace Qiansi.TorchSharp;

/// <summary>TorchSharp's tensors, shown as the kernel's are.</summary>
internal static class TheirTensorView
{
    /// <summary>Larger ones are not copied whole.</summary>
    private const long MostCopied = 1 << 24;

    /// <summary>The tensor as a picture.</summary>
    public static TensorPicture Show(Their.Tensor tensor)
    {
        if (tensor.IsInvalid) return new($"<span>{Disposed}</span>", Disposed);
        var facts = Facts(tensor).ToList();
        using var scope = Their.NewDisposeScope();
        var shown = Shown(tensor, facts);
        if (TensorConversions.Copy(shown) is not { } copy) return new(Formatters.Span(Line(tensor)), Line(tensor));
        var text = $"{Head(tensor)} · {string.Join(" · ", facts)}\n{TensorFacts.Line(copy)}\n";
        return new(TensorView.Html(copy, Head(tensor), facts), text + (tensor.is_complex() ? Parts(tensor) : copy));
    }

    /// <summary>The tensor in one line.</summary>
    public static string Line(Their.Tensor tensor)
    {
        if (tensor.IsInvalid) return Disposed;
        using var scope = Their.NewDisposeScope();
        return TensorConversions.Copy(Shown(tensor, [])) is { } copy && !tensor.is_complex()
            ? $"{Head(tensor)} · {TensorFacts.Line(copy)}"
            : $"{Head(tensor)} · {Type(tensor)}";
    }

    private const string Disposed = "TorchSharp tensor (disposed: its memory is gone)";

    private static string Head(Their.Tensor tensor) => $"TorchSharp tensor {ShapeText.Sizes(tensor.shape)}";

    /// <summary>The type of its elements, as PyTorch writes it.</summary>
    public static string Type(Their.Tensor tensor) => $"{tensor.dtype}".ToLowerInvariant();

    private static IEnumerable<string> Facts(Their.Tensor tensor)
    {
        yield return Type(tensor);
        yield return $"{tensor.device}";
        if (tensor.requires_grad) yield return "requires grad";
    }

    /// <summary>What is copied to be drawn: elements at even distances of a large tensor, magnitudes of a complex one.</summary>
    private static Their.Tensor Shown(Their.Tensor tensor, List<string> facts)
    {
        var shown = tensor.detach();
        if (shown.numel() > MostCopied)
        {
            shown = shown.flatten().slice(0, 0, shown.numel(), (shown.numel() / (1 << 18)) | 1);
            facts.Add($"{NumberText.Count(shown.numel())} elements at even distances are shown");
        }

        if (!shown.is_complex()) return shown;
        facts.Add("magnitudes are shown");
        return shown.abs();
    }

    private static string Parts(Their.Tensor tensor) =>
        $"real {TensorConversions.Copy(tensor.detach().real)}\nimaginary {TensorConversions.Copy(tensor.detach().imag)}";
}
