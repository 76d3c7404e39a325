using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Distributions;

/// <summary>Parameters given as tensors that broadcast to each other.</summary>
internal static class Parameters
{
    /// <summary>γ = lim (1 + ½ + … + 1/n − ln n).</summary>
    public const double EulerGamma = 0.57721566490153286060;

    /// <summary>The distance from 1 to the next number of a type.</summary>
    public static double Epsilon(ScalarType type) => type == ScalarType.Float64 ? double.BitIncrement(1) - 1 : float.BitIncrement(1) - 1;

    /// <summary>The smallest number above 0 of full precision of a type.</summary>
    public static double Smallest(ScalarType type) => type == ScalarType.Float64 ? 2.2250738585072014e-308 : 1.1754943508222875e-38;

    /// <summary>Probabilities kept away from 0 and 1, so that their logits are finite.</summary>
    public static Tensor Inside(Tensor probabilities) => probabilities.clamp(Smallest(probabilities.type), 1 - Epsilon(probabilities.type));

    public static long[] Shape(params ReadOnlySpan<Tensor> parameters)
    {
        var shape = Shapes.Shape.Scalar;
        foreach (var parameter in parameters) shape = Shapes.Shape.Broadcast(shape, parameter.sizes, "distribution");
        return shape;
    }

    /// <summary>Two parameters in one shape and one type of real numbers.</summary>
    public static (Tensor, Tensor) Broadcast(Tensor a, Tensor b)
    {
        var shape = Shape(a, b);
        var type = Promotion.ToFloat(Promotion.Of(a, b));
        return (a.to_type(type).expand(shape), b.to_type(type).expand(shape));
    }

    /// <summary>−(t·ln p + (1 − t)·ln(1 − p)) of outcomes or probabilities t, p given by its logits; they broadcast to each
    /// other.</summary>
    public static Tensor CrossEntropy(Tensor logits, Tensor t) => SoftRectified(logits) - (logits * t);

    /// <summary>ln(1 + eᶻ) without overflow, max(z, 0) + ln(1 + e^(−|z|)), with its gradient ½ at 0.</summary>
    public static Tensor SoftRectified(Tensor z) => ((z + z.abs()) * 0.5) + z.abs().neg().exp().log1p();

    /// <summary>A parameter as real numbers.</summary>
    public static Tensor Real(Tensor a) => a.to_type(Promotion.ToFloat(a.type));
}
