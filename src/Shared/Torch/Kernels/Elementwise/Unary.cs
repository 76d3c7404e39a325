using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>y[i] = f(x[i]).</summary>
internal static unsafe class Unary
{
    /// <summary>
    /// Over n contiguous elements; x and y may be the same. <c>Unary.Run&lt;float, Exp&lt;float&gt;&gt;(default, x, y, n)</c>.
    /// </summary>
    public static void Run<T, TOperation>(TOperation operation, T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IUnary<T>
    {
        var grain = 32768 / TOperation.Cost;
        if (n <= grain || ThreadTeam.Threads == 1) Part(operation, x, y, n);
        else Split(operation, x, y, n, grain);
    }

    private static void Split<T, TOperation>(TOperation operation, T* x, T* y, long n, long grain)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IUnary<T> =>
        ThreadTeam.For(n, grain, (begin, end) => Part(operation, x + begin, y + begin, end - begin));

    internal static void Part<T, TOperation>(TOperation operation, T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IUnary<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Loop<T, Vec512<T>, TOperation>(operation, x, y, n); break;
            case 256: Loop<T, Vec256<T>, TOperation>(operation, x, y, n); break;
            case 128: Loop<T, Vec128<T>, TOperation>(operation, x, y, n); break;
            default: Loop<T, Vec1<T>, TOperation>(operation, x, y, n); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<T, V, TOperation>(TOperation operation, T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TOperation : struct, IUnary<T>
    {
        long i = 0;
        if (TOperation.Cost <= 2)
        {
            for (; i + 4 * V.Count <= n; i += 4 * V.Count)
            {
                V a = operation.Apply(V.Load(x + i)), b = operation.Apply(V.Load(x + i + V.Count));
                V c = operation.Apply(V.Load(x + i + 2 * V.Count)), d = operation.Apply(V.Load(x + i + 3 * V.Count));
                a.Store(y + i);
                b.Store(y + i + V.Count);
                c.Store(y + i + 2 * V.Count);
                d.Store(y + i + 3 * V.Count);
            }
        }

        for (; i + V.Count <= n; i += V.Count) operation.Apply(V.Load(x + i)).Store(y + i);
        if (i < n) Tail(operation, x + i, y + i, n - i);
    }

    // Apart from the loop: the compiler stops inlining into methods that have grown too much, and two copies of erf are too much.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Tail<T, TOperation>(TOperation operation, T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IUnary<T>
    {
        for (long i = 0; i < n; i++) operation.Apply(Vec1<T>.Load(x + i)).Store(y + i);
    }
}
