using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sine of each element, which are radians.</summary>
        [Function, InPlace]
        public Tensor sin()
        {
            var y = Unary.Real<Sine>(this);
            return GradMode.Needs(this) ? new SinBackward0(this).Attach(y) : y;
        }

        // y = sin x;  ∂x = g·cos x
        private sealed class SinBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.cos();
        }

        /// <summary>The cosine of each element, which are radians.</summary>
        [Function, InPlace]
        public Tensor cos()
        {
            var y = Unary.Real<Cosine>(this);
            return GradMode.Needs(this) ? new CosBackward0(this).Attach(y) : y;
        }

        // y = cos x;  ∂x = −g·sin x
        private sealed class CosBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.sin().neg();
        }

        /// <summary>The tangent of each element, which are radians.</summary>
        [Function, InPlace]
        public Tensor tan()
        {
            var y = Unary.Real<Tangent>(this);
            return GradMode.Needs(this) ? new TanBackward0(this, y).Attach(y) : y;
        }

        // y = tan x;  ∂x = g·(1 + y²)
        private sealed class TanBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad * (y.square() + 1);
        }

        /// <summary>The arc sine of each element, −π/2 to π/2; NaN outside of −1 to 1.</summary>
        [Function, InPlace]
        public Tensor asin()
        {
            var y = Unary.Real<ArcSine>(this);
            return GradMode.Needs(this) ? new AsinBackward0(this).Attach(y) : y;
        }

        // y = asin x;  ∂x = g/√(1 − x²)
        private sealed class AsinBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * (1 - x.square()).rsqrt();
        }

        /// <summary>The arc cosine of each element, 0 to π; NaN outside of −1 to 1.</summary>
        [Function, InPlace]
        public Tensor acos()
        {
            var y = Unary.Real<ArcCosine>(this);
            return GradMode.Needs(this) ? new AcosBackward0(this).Attach(y) : y;
        }

        // y = acos x;  ∂x = −g/√(1 − x²)
        private sealed class AcosBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * (1 - x.square()).rsqrt().neg();
        }

        /// <summary>The arc tangent of each element, −π/2 to π/2.</summary>
        [Function, InPlace]
        public Tensor atan()
        {
            var y = Unary.Real<ArcTangent>(this);
            return GradMode.Needs(this) ? new AtanBackward0(this).Attach(y) : y;
        }

        // y = atan x;  ∂x = g/(1 + x²)
        private sealed class AtanBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad / (x.square() + 1);
        }

        /// <summary>The hyperbolic sine of each element: (eˣ − e⁻ˣ) / 2.</summary>
        [Function, InPlace]
        public Tensor sinh()
        {
            var y = Unary.Real<HyperbolicSine>(this);
            return GradMode.Needs(this) ? new SinhBackward0(this).Attach(y) : y;
        }

        // y = sinh x;  ∂x = g·cosh x
        private sealed class SinhBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.cosh();
        }

        /// <summary>The hyperbolic cosine of each element: (eˣ + e⁻ˣ) / 2.</summary>
        [Function, InPlace]
        public Tensor cosh()
        {
            var y = Unary.Real<HyperbolicCosine>(this);
            return GradMode.Needs(this) ? new CoshBackward0(this).Attach(y) : y;
        }

        // y = cosh x;  ∂x = g·sinh x
        private sealed class CoshBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.sinh();
        }

        /// <summary>The hyperbolic tangent of each element: any number becomes one between −1 and 1.</summary>
        [Function, InPlace]
        public Tensor tanh()
        {
            var y = Unary.Real<HyperbolicTangent>(this);
            return GradMode.Needs(this) ? new TanhBackward0(this, y).Attach(y) : y;
        }

        // y = tanh x;  ∂x = g·(1 − y²)
        private sealed class TanhBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) =>
                Fast.Gradient<Torch.Kernels.TanhGradient<float>, Torch.Kernels.TanhGradient<double>>(grad, y) ?? grad * (1 - y.square());
        }

        /// <summary>The angle of the point (other, this), in (−π, π].</summary>
        [Function, InPlace]
        public Tensor atan2(Tensor other)
        {
            var y = Binary.Apply<Atan2>(this, other, "atan2", real: true);
            return GradMode.Needs(this, other) ? new Atan2Backward0(this, other).Attach(y) : y;
        }

        // y = atan2(a, b);  ∂a = g·b/(a² + b²), ∂b = −g·a/(a² + b²)
        private sealed class Atan2Backward0(Tensor a, Tensor b) : Node(a, b)
        {
            private Saved a = new(a), b = new(b);

            protected override Tensor Backward(int input, Tensor grad)
            {
                var r = a.Value.square() + b.Value.square();
                return input == 0 ? grad * (b.Value / r) : grad * (a.Value.neg() / r);
            }

            protected internal override void Release() => Saved.Release(ref a, ref b);
        }
    }
}
