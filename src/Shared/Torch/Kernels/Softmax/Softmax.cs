using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Softmax and its logarithm over the middle dimension of a contiguous (outer, n, inner) array.
/// The largest element is subtracted first, so that nothing overflows; a row with NaN, or of -∞ alone, becomes NaN.
/// </summary>
internal static unsafe class Softmax
{
    private const long Grain = 8192;

    /// <summary>y = softmax(x), or its logarithm. x and y may be the same.</summary>
    public static void Forward<T>(T* x, T* y, long outer, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n * inner == 0) return;
        if (inner > 1) Columns(outer, n, inner, (at, isWide) =>
        {
            if (isWide) Strip<T, Vec256<T>>(x + at, y + at, n, inner, log);
            else Strip<T, Vec1<T>>(x + at, y + at, n, inner, log);
        }, Vec256<T>.Count);
        else ThreadTeam.For(outer, Math.Max(1, Grain / n), (begin, end) =>
        {
            for (var row = begin; row < end; row++) SoftmaxRow.Forward(x + row * n, y + row * n, n, log);
        });
    }

    /// <summary>dx from y = softmax(x) and dy: y·(dy - Σ dy·y); for the logarithm dy - e^y·Σ dy. dx may be dy.</summary>
    public static void Backward<T>(T* y, T* dy, T* dx, long outer, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n * inner == 0) return;
        if (inner > 1) Columns(outer, n, inner, (at, isWide) =>
        {
            if (isWide) StripBackward<T, Vec256<T>>(y + at, dy + at, dx + at, n, inner, log);
            else StripBackward<T, Vec1<T>>(y + at, dy + at, dx + at, n, inner, log);
        }, Vec256<T>.Count);
        else ThreadTeam.For(outer, Math.Max(1, Grain / n), (begin, end) =>
        {
            for (var row = begin; row < end; row++) SoftmaxRow.Backward(y + row * n, dy + row * n, dx + row * n, n, log);
        });
    }

    /// <summary>
    /// Where neighbours belong to different distributions: one distribution a lane, registers of them along each row, two registers to a
    /// task.
    /// </summary>
    private static void Columns(long outer, long n, long inner, Action<long, bool> strip, int width)
    {
        var tasks = (inner + 2 * width - 1) / (2 * width);
        ThreadTeam.For(outer * tasks, Math.Max(1, Grain / (n * Math.Min(2 * width, inner))), (begin, end) =>
        {
            for (var i = begin; i < end; i++)
            {
                var (o, task) = Math.DivRem(i, tasks);
                long j = task * 2 * width, last = Math.Min(inner, j + 2 * width);
                for (; j + width <= last; j += width) strip(o * n * inner + j, true);
                for (; j < last; j++) strip(o * n * inner + j, false);
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strip<T, V>(T* x, T* y, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var max = V.Load(x);
        for (long i = 1; i < n; i++) max = V.Max(max, V.Load(x + i * inner));
        var sum = V.Zero;
        for (long i = 0; i < n; i++)
        {
            var shifted = V.Load(x + i * inner) - max;
            var e = VecExp.ExpOfNegative<T, V>(shifted);
            (log ? shifted : e).Store(y + i * inner);
            sum = sum + e;
        }

        var factor = log ? V.Map(sum, &Ln) : V.Const(1) / sum;
        for (long i = 0; i < n; i++)
        {
            var value = V.Load(y + i * inner);
            (log ? value - factor : value * factor).Store(y + i * inner);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StripBackward<T, V>(T* y, T* dy, T* dx, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var sum = V.Zero;
        for (long i = 0; i < n; i++) sum = log ? sum + V.Load(dy + i * inner) : V.Fma(V.Load(dy + i * inner), V.Load(y + i * inner), sum);
        for (long i = 0; i < n; i++)
        {
            V value = V.Load(y + i * inner), gradient = V.Load(dy + i * inner);
            (log ? gradient - VecExp.Exp<T, V>(value) * sum : value * (gradient - sum)).Store(dx + i * inner);
        }
    }

    private static double Ln(double x) => Math.Log(x);
}
