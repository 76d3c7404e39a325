using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Dispatch;

/// <summary>The element of one tensor where a condition holds, else that of another.</summary>
internal static unsafe class Select
{
    /// <summary>
    /// y = condition ? a : b; all broadcast to the shape of y, a and b are of its type, the condition is of truth values.
    /// </summary>
    public static void Run(Tensor condition, Tensor a, Tensor b, Tensor y)
    {
        var loop = new StridedLoop(y.sizes);
        loop.Add(condition);
        loop.Add(a);
        loop.Add(b);
        loop.Add(y);
        switch (y.type.ElementSize())
        {
            case 1: loop.Run(&Inner<byte>); break;
            case 2: loop.Run(&Inner<short>); break;
            case 4: loop.Run(&Inner<int>); break;
            default: loop.Run(&Inner<long>); break;
        }
        GC.KeepAlive(condition);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
    }

    // Without a branch: one that is guessed wrong half of the time costs ten times as much.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Inner<T>(byte** p, long* s, long n) where T : unmanaged, IBinaryInteger<T>
    {
        byte* c = p[0], a = p[1], b = p[2], y = p[3];
        var (sc, sa, sb, sy) = (s[0], s[1], s[2], s[3]);
        for (; n > 0; n--, c += sc, a += sa, b += sb, y += sy)
        {
            var yes = T.CreateTruncating((-*c) >> 31);
            *(T*)y = (*(T*)a & yes) | (*(T*)b & ~yes);
        }
    }
}
