using System.Numerics;

namespace Qiansi.Torch.Dispatch;

/// <summary>An operation on two numbers, for one pair and for spans.</summary>
internal unsafe interface IArithmetic
{
    static abstract T Do<T>(T a, T b) where T : unmanaged, INumber<T>;

    /// <summary>Whether a vector kernel did it; operands are contiguous (stride 1) or one number (0).</summary>
    static virtual bool Vectorised<T>(T* a, int aStride, T* b, int bStride, T* y, long n) where T : unmanaged => false;

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
