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
        ThreadTeam.For(outer, Math.Max(1, Grain / (n * inner)), (begin, end) =>
        {
            var offset = begin * n * inner;
            if (inner == 1) Rows(x + offset, y + offset, end - begin, n, log);
            else Columns(x + offset, y + offset, end - begin, n, inner, log);
        });
    }

    /// <summary>dx from y = softmax(x) and dy: y·(dy - Σ dy·y); for the logarithm dy - e^y·Σ dy. dx may be dy.</summary>
    public static void Backward<T>(T* y, T* dy, T* dx, long outer, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n * inner == 0) return;
        ThreadTeam.For(outer, Math.Max(1, Grain / (n * inner)), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                var at = row * n * inner;
                if (inner == 1) SoftmaxRow.Backward(y + at, dy + at, dx + at, n, log);
                else ColumnsBackward(y + at, dy + at, dx + at, n, inner, log);
            }
        });
    }

    private static void Rows<T>(T* x, T* y, long rows, long n, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long row = 0; row < rows; row++) SoftmaxRow.Forward(x + row * n, y + row * n, n, log);
    }

    /// <summary>Where neighbours belong to different distributions: one distribution a lane.</summary>
    private static void Columns<T>(T* x, T* y, long outer, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long o = 0; o < outer; o++, x += n * inner, y += n * inner)
        {
            long j = 0;
            for (; j + Vec256<T>.Count <= inner; j += Vec256<T>.Count) Strip<T, Vec256<T>>(x + j, y + j, n, inner, log);
            for (; j < inner; j++) Strip<T, Vec1<T>>(x + j, y + j, n, inner, log);
        }
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
    private static void ColumnsBackward<T>(T* y, T* dy, T* dx, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long j = 0; j < inner; j++)
        {
            var sum = T.Zero;
            for (long i = j; i < n * inner; i += inner) sum += log ? dy[i] : dy[i] * y[i];
            for (long i = j; i < n * inner; i += inner) dx[i] = log ? dy[i] - T.Exp(y[i]) * sum : y[i] * (dy[i] - sum);
        }
    }

    private static double Ln(double x) => Math.Log(x);
}
