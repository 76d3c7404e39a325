using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Applies a dropout mask; the same forward and backward.</summary>
internal static unsafe class Dropout
{
    /// <summary>y[i] = mask[i] ? x[i]·scale : 0; mask holds 0 and 1. x and y may be the same.</summary>
    public static void Apply<T>(T* x, byte* mask, T scale, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ThreadTeam.For(n, 32768, (begin, end) => Part(x + begin, mask + begin, scale, y + begin, end - begin));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part<T>(T* x, byte* mask, T scale, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var factors = stackalloc T[2] { T.Zero, scale };
        for (long i = 0; i < n; i++) y[i] = x[i] * factors[mask[i] & 1];
    }
}
