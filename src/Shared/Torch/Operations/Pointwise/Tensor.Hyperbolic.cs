using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The inverse of the hyperbolic sine, of each element.</summary>
        [Function, InPlace]
        public Tensor asinh()
        {
            var y = Unary.Real<InverseHyperbolicSine>(this);
            return GradMode.Needs(this) ? new AsinhBackward0(this).Attach(y) : y;
        }

        // y = arsinh x;  ∂x = g/√(x² + 1)
        private sealed class AsinhBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * (x.square() + 1).rsqrt();
        }

        /// <summary>The inverse of the hyperbolic cosine; NaN below 1.</summary>
        [Function, InPlace]
        public Tensor acosh()
        {
            var y = Unary.Real<InverseHyperbolicCosine>(this);
            return GradMode.Needs(this) ? new AcoshBackward0(this).Attach(y) : y;
        }

        // y = arcosh x;  ∂x = g/√(x² − 1)
        private sealed class AcoshBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * (x.square() - 1).rsqrt();
        }

        /// <summary>The inverse of the hyperbolic tangent; infinite at ±1, NaN beyond.</summary>
        [Function, InPlace]
        public Tensor atanh()
        {
            var y = Unary.Real<InverseHyperbolicTangent>(this);
            return GradMode.Needs(this) ? new AtanhBackward0(this).Attach(y) : y;
        }

        // y = artanh x;  ∂x = g/(1 − x²)
        private sealed class AtanhBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad / (1 - x.square());
        }

        /// <summary>sin(πx) / (πx) of each element, 1 at 0.</summary>
        [Function, InPlace]
        public Tensor sinc()
        {
            var y = Unary.Real<CardinalSine>(this);
            return GradMode.Needs(this) ? new SincBackward0(this).Attach(y) : y;
        }

        // y = sin πx / πx;  ∂x = g·(cos πx − y)/x, 0 at 0
        private sealed class SincBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x)
            {
                var zero = x == 0;
                var safe = x.masked_fill(zero, 1);
                return grad * (((safe * Math.PI).cos() - safe.sinc()) / safe).masked_fill(zero, 0);
            }
        }

        /// <summary>√(this² + other²), without overflow. Shapes broadcast.</summary>
        [Function("left", "right")]
        public Tensor hypot(Tensor other)
        {
            var y = Binary.Apply<Hypotenuse>(this, other, "hypot", real: true);
            return GradMode.Needs(this, other) ? new HypotBackward0(this, other, y).Attach(y) : y;
        }

        // y = √(a² + b²);  ∂a = g·a/y, ∂b = g·b/y
        private sealed class HypotBackward0(Tensor a, Tensor b, Tensor y) : Node(a, b)
        {
            private Saved a = new(a), b = new(b), y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad * ((input == 0 ? a.Value : b.Value) / y.Value);

            protected internal override void Release() => Saved.Release(ref a, ref b, ref y);
        }

        /// <summary>Each element from degrees to radians: x · π / 180.</summary>
        [Function, InPlace]
        public Tensor deg2rad() => this * (Math.PI / 180);

        /// <summary>Each element from radians to degrees: x · 180 / π.</summary>
        [Function, InPlace]
        public Tensor rad2deg() => this * (180 / Math.PI);
    }
}
