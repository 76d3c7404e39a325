using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The error function, 2/√π ∫₀ˣ e^(−t²) dt.</summary>
        [Function, InPlace]
        public Tensor erf()
        {
            var y = Unary.Real<ErrorFunction>(this);
            return GradMode.Needs(this) ? new ErfBackward0(this).Attach(y) : y;
        }

        // y = erf x;  ∂x = g·2/√π·e^(−x²)
        private sealed class ErfBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * (x.square().neg().exp() * (2 / Math.Sqrt(Math.PI)));
        }

        /// <summary>1 − erf x of each element, which is the upper tail of a normal distribution.</summary>
        [Function, InPlace]
        public Tensor erfc() => 1 - erf();

        /// <summary>ln(eᵃ + eᵇ), element by element, without overflow.</summary>
        [Function("left", "right")]
        public Tensor logaddexp(Tensor other) => torch.stack([.. broadcast_tensors(this, other)], 0).logsumexp(0);

        /// <summary>this · ln y, 0 where this is 0.</summary>
        [Function("x"), InPlace]
        public Tensor xlogy(Tensor y)
        {
            // Where x is 0 and ln y is a number, the product is 0 of itself and has its gradient, ln y.
            var hasLogarithm = (y > 0).logical_and(y < double.PositiveInfinity).logical_or(y.isnan());
            var none = (this == 0).logical_and(hasLogarithm.logical_not());
            return torch.where(none, 0.0, this * torch.where(none, 1.0, y).log());
        }

        /// <summary>ln(x / (1 − x)) of each element, the inverse of sigmoid; NaN outside of 0 to 1.</summary>
        [Function, InPlace]
        public Tensor logit(double? eps = null)
        {
            var x = eps is { } e ? clamp(e, 1 - e) : this;
            return (x / (1 - x)).log();
        }
    }

    /// <summary>Tensors expanded to the shape they broadcast to: views.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        var shape = tensors.Aggregate(Qiansi.Torch.Shapes.Shape.Scalar,
            (s, t) => Qiansi.Torch.Shapes.Shape.Broadcast(s, t.sizes, "broadcast_tensors"));
        return Array.ConvertAll(tensors, t => t.expand(shape));
    }
}
