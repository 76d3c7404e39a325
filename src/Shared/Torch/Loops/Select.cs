using static Qiansi.torch;

namespace Qiansi.Torch.Loops;

/// <summary>The element of one tensor where a condition holds, else that of another.</summary>
internal static unsafe class Select
{
    /// <summary>y = condition ? a : b; all broadcast to the shape of y, a and b are of its type, the condition is of truth values.</summary>
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

    private static void Inner<T>(byte** p, long* s, long n) where T : unmanaged
    {
        var c = p[0];
        var a = p[1];
        var b = p[2];
        var y = p[3];
        for (; n > 0; n--, c += s[0], a += s[1], b += s[2], y += s[3]) *(T*)y = *c != 0 ? *(T*)a : *(T*)b;
    }
}
