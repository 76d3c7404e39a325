using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>y[i] = f(a[i], b[i], c[i]).</summary>
internal static unsafe class Ternary
{
    /// <summary>Over n contiguous elements; y may be an operand.</summary>
    public static void Run<T, TOperation>(TOperation operation, T* a, T* b, T* c, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, ITernary<T> =>
        ThreadTeam.For(n, 32768 / TOperation.Cost, (begin, end) => Part(operation, a + begin, b + begin, c + begin, y + begin, end - begin));

    private static void Part<T, TOperation>(TOperation operation, T* a, T* b, T* c, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, ITernary<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Loop<T, Vec512<T>, TOperation>(operation, a, b, c, y, n); break;
            case 256: Loop<T, Vec256<T>, TOperation>(operation, a, b, c, y, n); break;
            case 128: Loop<T, Vec128<T>, TOperation>(operation, a, b, c, y, n); break;
            default: Loop<T, Vec1<T>, TOperation>(operation, a, b, c, y, n); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<T, V, TOperation>(TOperation operation, T* a, T* b, T* c, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TOperation : struct, ITernary<T>
    {
        long i = 0;
        for (; i + V.Count <= n; i += V.Count) operation.Apply(V.Load(a + i), V.Load(b + i), V.Load(c + i)).Store(y + i);
        for (; i < n; i++) operation.Apply(Vec1<T>.Load(a + i), Vec1<T>.Load(b + i), Vec1<T>.Load(c + i)).Store(y + i);
    }
}
