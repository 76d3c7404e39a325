using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Softmax of one contiguous row, on the calling thread.</summary>
internal static unsafe class SoftmaxRow
{
    /// <summary>y = softmax(x) or its logarithm; n ≥ 1.</summary>
    public static void Forward<T>(T* x, T* y, long n, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var max = Reduce.Max(x, n);
        var sum = ExpSum(x, max, log ? null : y, n);
        if (log) Unary.Part(new ShiftTwice<T>(-max, -T.Log(sum)), x, y, n);
        else Unary.Part(new Scale<T>(T.One / sum), y, y, n);
    }

    /// <summary>Arguments as in <see cref="Softmax.Backward{T}"/>.</summary>
    public static void Backward<T>(T* y, T* dy, T* dx, long n, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = log ? Reduce.Sum(dy, n) : Reduce.Dot(y, dy, n);
        if (log) Binary.Part(new LogSoftmaxGradient<T>(sum), dy, 1, y, 1, dx, n);
        else Binary.Part(new SoftmaxGradient<T>(sum), dy, 1, y, 1, dx, n);
    }

    /// <summary>Σ e^(x - max); the terms go to y unless it is null.</summary>
    public static T ExpSum<T>(T* x, T max, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SimdWidth.Bits switch
        {
            512 => ExpSum<T, Vec512<T>>(x, max, y, n),
            256 => ExpSum<T, Vec256<T>>(x, max, y, n),
            128 => ExpSum<T, Vec128<T>>(x, max, y, n),
            _ => ExpSum<T, Vec1<T>>(x, max, y, n),
        };

    /// <summary>
    /// Whether Σ e^(x - logSumExp), which is 1, or 0 of a row that is -∞, shows that a large log-sum-exp was rounded:
    /// softmax is then the terms divided by their sum.
    /// </summary>
    public static bool HasLostDigits<T>(T sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        sum != T.Zero && T.Abs(sum - T.One) > T.CreateTruncating(16) * (T.BitIncrement(T.One) - T.One);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T ExpSum<T, V>(T* x, T max, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var shift = V.Broadcast(max);
        var sum = V.Zero;
        long i = 0;
        for (; i + V.Count <= n; i += V.Count)
        {
            var e = VecExp.ExpOfNegative<T, V>(V.Load(x + i) - shift);
            if (y != null) e.Store(y + i);
            sum = sum + e;
        }

        return V.Sum(sum) + (i < n ? Tail(x + i, max, y == null ? null : y + i, n - i) : T.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Tail<T>(T* x, T max, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shift = Vec1<T>.Broadcast(max);
        var sum = Vec1<T>.Zero;
        for (long i = 0; i < n; i++)
        {
            var e = VecExp.ExpOfNegative<T, Vec1<T>>(Vec1<T>.Load(x + i) - shift);
            if (y != null) e.Store(y + i);
            sum = sum + e;
        }

        return Vec1<T>.Sum(sum);
    }
}
