using System.Numerics;

namespace Qiansi.Torch.Loops;

/// <summary>An operation on two numbers, for one pair and for spans.</summary>
internal interface IArithmetic
{
    static abstract T Do<T>(T a, T b) where T : unmanaged, INumber<T>;

    static virtual void Do<TOp, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = TOp.Do(a[i], b[i]);
    }

    static virtual void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = TOp.Do(a[i], b);
    }

    static virtual void Do<TOp, T>(T a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = TOp.Do(a, b[i]);
    }
}
