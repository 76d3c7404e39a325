using Qiansi.Torch.Autograd;
using Qiansi.Torch.Loops;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The error function, 2/√π ∫₀ˣ e^(−t²) dt.</summary>
        public Tensor erf()
        {
            var y = Unary.Real<ErrorFunction>(this);
            return GradMode.Needs(this) ? new ErfBackward0(this).Attach(y) : y;
        }

        // y = erf x;  ∂x = g·2/√π·e^(−x²)
        private sealed class ErfBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * (x.Value.square().neg().exp() * (2 / Math.Sqrt(Math.PI)));

            protected internal override void Release() => x.Release();
        }

        /// <summary>1 − erf x.</summary>
        public Tensor erfc() => 1 - erf();

        /// <summary>The error function, in place.</summary>
        public Tensor erf_() => Overwrite("erf_", erf());

        /// <summary>ln(eᵃ + eᵇ), element by element, without overflow.</summary>
        public Tensor logaddexp(Tensor other) => torch.stack([.. broadcast_tensors(this, other)], 0).logsumexp(0);

        /// <summary>this · ln y, 0 where this is 0.</summary>
        public Tensor xlogy(Tensor y)
        {
            // Where x is 0 and ln y is a number, the product is 0 of itself and has its gradient, ln y.
            var hasLogarithm = (y > 0).logical_and(y < double.PositiveInfinity).logical_or(y.isnan());
            var none = (this == 0).logical_and(hasLogarithm.logical_not());
            return torch.where(none, 0.0, this * torch.where(none, 1.0, y).log());
        }

        /// <summary>ln(x / (1 − x)).</summary>
        public Tensor logit(double? eps = null)
        {
            var x = eps is { } e ? clamp(e, 1 - e) : this;
            return (x / (1 - x)).log();
        }
    }

    /// <summary>The error function, 2/√π ∫₀ˣ e^(−t²) dt.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>Tensors expanded to the shape they broadcast to: views.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        var shape = tensors.Aggregate(Qiansi.Torch.Shapes.Shape.Scalar, (s, t) => Qiansi.Torch.Shapes.Shape.Broadcast(s, t.sizes, "broadcast_tensors"));
        return Array.ConvertAll(tensors, t => t.expand(shape));
    }

    /// <summary>The inverses of square matrices.</summary>
    public static Tensor inverse(Tensor input) => input.inverse();

    /// <summary>The determinants of square matrices.</summary>
    public static Tensor det(Tensor input) => input.det();
}
