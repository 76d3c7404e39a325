using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// float32 to and from the two 16-bit types: bfloat16 (8 bits of exponent, 7 of fraction; here as its bits) and half (5 and 10). To the
/// nearest, ties to even; NaN stays NaN.
/// </summary>
internal static unsafe class HalfTypes
{
    private const long Grain = 65536;

    /// <summary>float32 to bfloat16.</summary>
    public static void ToBFloat16(float* x, ushort* y, long n) =>
        ThreadTeam.For(n, Grain, (begin, end) => RoundPart(x + begin, y + begin, end - begin));

    /// <summary>bfloat16 to float32, exactly.</summary>
    public static void FromBFloat16(ushort* x, float* y, long n) =>
        ThreadTeam.For(n, Grain, (begin, end) => WidenPart(x + begin, y + begin, end - begin));

    /// <summary>float32 to half; beyond 65504 it is ∞.</summary>
    public static void ToHalf(float* x, Half* y, long n) =>
        ThreadTeam.For(n, Grain,
            (begin, end) => TensorPrimitives.ConvertToHalf(new ReadOnlySpan<float>(x + begin, (int)(end - begin)),
                new Span<Half>(y + begin, (int)(end - begin))));

    /// <summary>half to float32, exactly.</summary>
    public static void FromHalf(Half* x, float* y, long n) =>
        ThreadTeam.For(n, Grain,
            (begin, end) => TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>(x + begin, (int)(end - begin)),
                new Span<float>(y + begin, (int)(end - begin))));

    /// <summary>One number to bfloat16's bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Round(float x)
    {
        var bits = BitConverter.SingleToUInt32Bits(x);
        var rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16;
        return (ushort)(float.IsNaN(x) ? (bits >> 16) | 0x40 : rounded);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RoundPart(float* x, ushort* y, long n)
    {
        for (long i = 0; i < n; i++) y[i] = Round(x[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WidenPart(ushort* x, float* y, long n)
    {
        for (long i = 0; i < n; i++) y[i] = BitConverter.UInt32BitsToSingle((uint)x[i] << 16);
    }
}
