using System.Numerics;

namespace Qiansi.Torch.Dispatch;

/// <summary>A function of one number of any type.</summary>
internal unsafe interface IElementwise
{
    static abstract T Do<T>(T x) where T : unmanaged, INumber<T>;

    /// <summary>Whether a vector kernel did it.</summary>
    static virtual bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged => false;

    static virtual void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = TOp.Do(x[i]);
    }
}
