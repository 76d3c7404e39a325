using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>y[i] = f(a[i], b[i]).</summary>
internal static unsafe class Binary
{
    /// <summary>
    /// Over n elements of contiguous y; each operand contiguous (stride 1) or one number for all (stride 0). y may be an operand.
    /// </summary>
    public static void Run<T, TOperation>(TOperation operation, T* a, int aStride, T* b, int bStride, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBinary<T>
    {
        var grain = 32768 / TOperation.Cost;
        if (n <= grain || ThreadTeam.Threads == 1) Part(operation, a, aStride, b, bStride, y, n);
        else Split(operation, a, aStride, b, bStride, y, n, grain);
    }

    private static void Split<T, TOperation>(TOperation operation, T* a, int aStride, T* b, int bStride, T* y, long n, long grain)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBinary<T> =>
        ThreadTeam.For(n, grain,
            (begin, end) => Part(operation, a + begin * aStride, aStride, b + begin * bStride, bStride, y + begin, end - begin));

    internal static void Part<T, TOperation>(TOperation operation, T* a, int aStride, T* b, int bStride, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBinary<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Loop<T, Vec512<T>, TOperation>(operation, a, aStride, b, bStride, y, n); break;
            case 256: Loop<T, Vec256<T>, TOperation>(operation, a, aStride, b, bStride, y, n); break;
            case 128: Loop<T, Vec128<T>, TOperation>(operation, a, aStride, b, bStride, y, n); break;
            default: Loop<T, Vec1<T>, TOperation>(operation, a, aStride, b, bStride, y, n); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<T, V, TOperation>(TOperation operation, T* a, int aStride, T* b, int bStride, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TOperation : struct, IBinary<T>
    {
        long i = 0;
        if (n <= 0) return;
        if (TOperation.Cost > 8)
        {
            // Once in this method, whatever the strides.
            V left = V.Broadcast(*a), right = V.Broadcast(*b);
            for (; i + V.Count <= n; i += V.Count)
            {
                if (aStride == 1) left = V.Load(a + i);
                if (bStride == 1) right = V.Load(b + i);
                operation.Apply(left, right).Store(y + i);
            }
        }
        else if (aStride == 1 && bStride == 1)
        {
            if (TOperation.Cost <= 2)
            {
                for (; i + 4 * V.Count <= n; i += 4 * V.Count)
                {
                    var r0 = operation.Apply(V.Load(a + i), V.Load(b + i));
                    var r1 = operation.Apply(V.Load(a + i + V.Count), V.Load(b + i + V.Count));
                    var r2 = operation.Apply(V.Load(a + i + 2 * V.Count), V.Load(b + i + 2 * V.Count));
                    var r3 = operation.Apply(V.Load(a + i + 3 * V.Count), V.Load(b + i + 3 * V.Count));
                    r0.Store(y + i);
                    r1.Store(y + i + V.Count);
                    r2.Store(y + i + 2 * V.Count);
                    r3.Store(y + i + 3 * V.Count);
                }
            }

            for (; i + V.Count <= n; i += V.Count) operation.Apply(V.Load(a + i), V.Load(b + i)).Store(y + i);
        }
        else if (bStride == 0 && aStride == 1)
        {
            var right = V.Broadcast(*b);
            for (; i + V.Count <= n; i += V.Count) operation.Apply(V.Load(a + i), right).Store(y + i);
        }
        else if (aStride == 0 && bStride == 1)
        {
            var left = V.Broadcast(*a);
            for (; i + V.Count <= n; i += V.Count) operation.Apply(left, V.Load(b + i)).Store(y + i);
        }

        if (i < n) Tail(operation, a + i * aStride, aStride, b + i * bStride, bStride, y + i, n - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Tail<T, TOperation>(TOperation operation, T* a, int aStride, T* b, int bStride, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBinary<T>
    {
        for (long i = 0; i < n; i++) operation.Apply(Vec1<T>.Load(a + i * aStride), Vec1<T>.Load(b + i * bStride)).Store(y + i);
    }
}
