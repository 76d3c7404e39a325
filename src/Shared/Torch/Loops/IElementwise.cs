using System.Numerics;

namespace Qiansi.Torch.Loops;

/// <summary>A function of one number of any type.</summary>
internal interface IElementwise
{
    static abstract T Do<T>(T x) where T : unmanaged, INumber<T>;

    static virtual void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = TOp.Do(x[i]);
    }
}
