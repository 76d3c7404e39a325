using System.Numerics;

namespace Qiansi.Torch.Loops;

/// <summary>A function of one real number.</summary>
internal interface IRealFunction
{
    static abstract T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>;

    static virtual void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = TOp.Do(x[i]);
    }
}
