using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Autograd;

/// <summary>Whether operations of this thread are recorded.</summary>
internal static class GradMode
{
    [ThreadStatic] private static bool disabled;
    [ThreadStatic] private static bool inference;

    public static bool Enabled
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !disabled;
        set => disabled = !value;
    }

    public static bool Inference
    {
        get => inference;
        set => inference = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Needs(Tensor a) => a.Tracked && !disabled;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Needs(Tensor a, Tensor? b) => (a.Tracked || (b is not null && b.Tracked)) && !disabled;

    public static bool Needs(Tensor a, Tensor? b, Tensor? c) =>
        (a.Tracked || (b is not null && b.Tracked) || (c is not null && c.Tracked)) && !disabled;

    public static bool Needs(ReadOnlySpan<Tensor> tensors)
    {
        if (disabled) return false;
        foreach (var tensor in tensors)
        {
            if (tensor.Tracked) return true;
        }
        return false;
    }
}
