using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>
/// Logarithm, sine and cosine of eight float32 at once with the polynomials of the Cephes library (S. Moshier, single precision), the ones
/// behind PyTorch's normal numbers: another approximation would give other last bits.
/// </summary>
/// <remarks>
/// The order of operations and which of them are fused decide the last bit; they are as a compiler with fused multiply-add evaluates the
/// polynomials.
/// </remarks>
internal static class BoxMullerMath
{
    /// <summary>The natural logarithm of normal numbers above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        var bits = x.AsInt32();
        var exponent = Vector256.ConvertToSingle((bits >>> 23) - Vector256.Create(126));
        var mantissa = ((bits & Vector256.Create(0x007FFFFF)) | Vector256.Create(0x3F000000)).AsSingle(); // 0.5 … 1
        var isSmall = Vector256.LessThan(mantissa, Vector256.Create(0.707106781186547524f));
        exponent -= Vector256<float>.One & isSmall;
        x = mantissa - Vector256<float>.One + (mantissa & isSmall); // −0.29 … 0.41: log(1 + x)
        var square = x * x;
        var y = Vector256.Create(7.0376836292E-2f);
        y = Fma(y, x, -1.1514610310E-1f);
        y = Fma(y, x, 1.1676998740E-1f);
        y = Fma(y, x, -1.2420140846E-1f);
        y = Fma(y, x, 1.4249322787E-1f);
        y = Fma(y, x, -1.6668057665E-1f);
        y = Fma(y, x, 2.0000714765E-1f);
        y = Fma(y, x, -2.4999993993E-1f);
        y = Fma(y, x, 3.3333331174E-1f);
        y = Vector256.FusedMultiplyAdd(y * x, square, exponent * -2.12194440e-4f);
        y = Vector256.FusedMultiplyAdd(square, Vector256.Create(-0.5f), y);
        return Vector256.FusedMultiplyAdd(exponent, Vector256.Create(0.693359375f), x + y);
    }

    /// <summary>Sine and cosine of angles from 0 to 2π.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> angle)
    {
        // The octant, rounded up to an even one, and what is left of the angle: −π/4 … π/4.
        var octant = (Vector256.ConvertToInt32(Vector256.Floor(angle * 1.27323954473516f)) + Vector256<int>.One) & Vector256.Create(~1);
        var turns = Vector256.ConvertToSingle(octant);
        var x = Vector256.FusedMultiplyAdd(turns, Vector256.Create(-0.78515625f), angle);
        x = Vector256.FusedMultiplyAdd(turns, Vector256.Create(-2.4187564849853515625e-4f), x);
        x = Vector256.FusedMultiplyAdd(turns, Vector256.Create(-3.77489497744594108e-8f), x);
        var square = x * x;
        var even = Fma(Fma(Vector256.Create(2.443315711809948E-5f), square, -1.388731625493765E-3f), square,
            4.166664568298827E-2f) * square;
        even = Vector256.FusedMultiplyAdd(even, square, square * -0.5f) + Vector256<float>.One;
        var odd = Fma(Fma(Vector256.Create(-1.9515295891E-4f), square, 8.3321608736E-3f), square, -1.6666654611E-1f) * square;
        odd = Vector256.FusedMultiplyAdd(odd, x, x);
        var isSwapped = Vector256.Equals(octant & Vector256.Create(2), Vector256.Create(2)).AsSingle();
        var sinSign = ((octant & Vector256.Create(4)) << 29).AsSingle();
        var cosSign = (((octant + Vector256.Create(2)) & Vector256.Create(4)) << 29).AsSingle();
        return (Vector256.ConditionalSelect(isSwapped, even, odd) ^ sinSign, Vector256.ConditionalSelect(isSwapped, odd, even) ^ cosSign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, float c) =>
        Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));
}
