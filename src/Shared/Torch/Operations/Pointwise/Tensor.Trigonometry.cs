using Qiansi.Torch.Autograd;
using Qiansi.Torch.Loops;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sine, of radians.</summary>
        public Tensor sin()
        {
            var y = Unary.Real<Sine>(this);
            return GradMode.Needs(this) ? new SinBackward0(this).Attach(y) : y;
        }

        // y = sin x;  ∂x = g·cos x
        private sealed class SinBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.cos();

            protected internal override void Release() => x.Release();
        }

        /// <summary>The cosine, of radians.</summary>
        public Tensor cos()
        {
            var y = Unary.Real<Cosine>(this);
            return GradMode.Needs(this) ? new CosBackward0(this).Attach(y) : y;
        }

        // y = cos x;  ∂x = −g·sin x
        private sealed class CosBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.sin().neg();

            protected internal override void Release() => x.Release();
        }

        /// <summary>The tangent, of radians.</summary>
        public Tensor tan()
        {
            var y = Unary.Real<Tangent>(this);
            return GradMode.Needs(this) ? new TanBackward0(this, y).Attach(y) : y;
        }

        // y = tan x;  ∂x = g·(1 + y²)
        private sealed class TanBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad * (y.Value.square() + 1);

            protected internal override void Release() => y.Release();
        }

        /// <summary>The arc sine, in radians.</summary>
        public Tensor asin()
        {
            var y = Unary.Real<ArcSine>(this);
            return GradMode.Needs(this) ? new AsinBackward0(this).Attach(y) : y;
        }

        // y = asin x;  ∂x = g/√(1 − x²)
        private sealed class AsinBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * (1 - x.Value.square()).rsqrt();

            protected internal override void Release() => x.Release();
        }

        /// <summary>The arc cosine, in radians.</summary>
        public Tensor acos()
        {
            var y = Unary.Real<ArcCosine>(this);
            return GradMode.Needs(this) ? new AcosBackward0(this).Attach(y) : y;
        }

        // y = acos x;  ∂x = −g/√(1 − x²)
        private sealed class AcosBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * (1 - x.Value.square()).rsqrt().neg();

            protected internal override void Release() => x.Release();
        }

        /// <summary>The arc tangent, in radians.</summary>
        public Tensor atan()
        {
            var y = Unary.Real<ArcTangent>(this);
            return GradMode.Needs(this) ? new AtanBackward0(this).Attach(y) : y;
        }

        // y = atan x;  ∂x = g/(1 + x²)
        private sealed class AtanBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad / (x.Value.square() + 1);

            protected internal override void Release() => x.Release();
        }

        /// <summary>The hyperbolic sine.</summary>
        public Tensor sinh()
        {
            var y = Unary.Real<HyperbolicSine>(this);
            return GradMode.Needs(this) ? new SinhBackward0(this).Attach(y) : y;
        }

        // y = sinh x;  ∂x = g·cosh x
        private sealed class SinhBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.cosh();

            protected internal override void Release() => x.Release();
        }

        /// <summary>The hyperbolic cosine.</summary>
        public Tensor cosh()
        {
            var y = Unary.Real<HyperbolicCosine>(this);
            return GradMode.Needs(this) ? new CoshBackward0(this).Attach(y) : y;
        }

        // y = cosh x;  ∂x = g·sinh x
        private sealed class CoshBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.sinh();

            protected internal override void Release() => x.Release();
        }

        /// <summary>The hyperbolic tangent.</summary>
        public Tensor tanh()
        {
            var y = Unary.Real<HyperbolicTangent>(this);
            return GradMode.Needs(this) ? new TanhBackward0(this, y).Attach(y) : y;
        }

        // y = tanh x;  ∂x = g·(1 − y²)
        private sealed class TanhBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => Fast.Gradient<Torch.Kernels.TanhGradient<float>, Torch.Kernels.TanhGradient<double>>(grad, y) ?? grad * (1 - y.Value.square());

            protected internal override void Release() => y.Release();
        }

        /// <summary>The sine, of radians, in place.</summary>
        public Tensor sin_() => Overwrite("sin_", sin());

        /// <summary>The cosine, of radians, in place.</summary>
        public Tensor cos_() => Overwrite("cos_", cos());

        /// <summary>The tangent, of radians, in place.</summary>
        public Tensor tan_() => Overwrite("tan_", tan());

        /// <summary>The arc sine, in radians, in place.</summary>
        public Tensor asin_() => Overwrite("asin_", asin());

        /// <summary>The arc cosine, in radians, in place.</summary>
        public Tensor acos_() => Overwrite("acos_", acos());

        /// <summary>The arc tangent, in radians, in place.</summary>
        public Tensor atan_() => Overwrite("atan_", atan());

        /// <summary>The hyperbolic sine, in place.</summary>
        public Tensor sinh_() => Overwrite("sinh_", sinh());

        /// <summary>The hyperbolic cosine, in place.</summary>
        public Tensor cosh_() => Overwrite("cosh_", cosh());

        /// <summary>The hyperbolic tangent, in place.</summary>
        public Tensor tanh_() => Overwrite("tanh_", tanh());

        /// <summary>The angle of the point (other, this), in (−π, π].</summary>
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
