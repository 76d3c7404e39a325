using Qiansi.Torch.Autograd;
using Qiansi.Torch.Loops;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>eˣ of each element.</summary>
        public Tensor exp()
        {
            var y = Unary.Real<Exponential>(this);
            return GradMode.Needs(this) ? new ExpBackward0(this, y).Attach(y) : y;
        }

        // y = eˣ;  ∂x = g·y
        private sealed class ExpBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad * y;

            protected internal override void Release() => y.Release();
        }

        /// <summary>eˣ − 1, exact near 0.</summary>
        public Tensor expm1()
        {
            var y = Unary.Real<ExponentialMinusOne>(this);
            return GradMode.Needs(this) ? new Expm1Backward0(this, y).Attach(y) : y;
        }

        // y = eˣ − 1;  ∂x = g·(y + 1)
        private sealed class Expm1Backward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad * (y.Value + 1);

            protected internal override void Release() => y.Release();
        }

        /// <summary>The natural logarithm.</summary>
        public Tensor log()
        {
            var y = Unary.Real<Logarithm>(this);
            return GradMode.Needs(this) ? new LogBackward0(this).Attach(y) : y;
        }

        // y = ln x;  ∂x = g/x
        private sealed class LogBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad / x.Value;

            protected internal override void Release() => x.Release();
        }

        /// <summary>The logarithm to base 2.</summary>
        public Tensor log2()
        {
            var y = Unary.Real<Logarithm2>(this);
            return GradMode.Needs(this) ? new Log2Backward0(this).Attach(y) : y;
        }

        // y = log₂ x;  ∂x = g/(x·ln 2)
        private sealed class Log2Backward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad / (x.Value * Math.Log(2));

            protected internal override void Release() => x.Release();
        }

        /// <summary>The logarithm to base 10.</summary>
        public Tensor log10()
        {
            var y = Unary.Real<Logarithm10>(this);
            return GradMode.Needs(this) ? new Log10Backward0(this).Attach(y) : y;
        }

        // y = log₁₀ x;  ∂x = g/(x·ln 10)
        private sealed class Log10Backward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad / (x.Value * Math.Log(10));

            protected internal override void Release() => x.Release();
        }

        /// <summary>ln(1 + x), exact near 0.</summary>
        public Tensor log1p()
        {
            var y = Unary.Real<LogarithmOfOnePlus>(this);
            return GradMode.Needs(this) ? new Log1PBackward0(this).Attach(y) : y;
        }

        // y = ln(1 + x);  ∂x = g/(1 + x)
        private sealed class Log1PBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad / (x.Value + 1);

            protected internal override void Release() => x.Release();
        }

        /// <summary>The square root.</summary>
        public Tensor sqrt()
        {
            var y = Unary.Real<SquareRoot>(this);
            return GradMode.Needs(this) ? new SqrtBackward0(this, y).Attach(y) : y;
        }

        // y = √x;  ∂x = g/(2y)
        private sealed class SqrtBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad / (y.Value * 2);

            protected internal override void Release() => y.Release();
        }

        /// <summary>1 / √x.</summary>
        public Tensor rsqrt()
        {
            var y = Unary.Real<ReciprocalSquareRoot>(this);
            return GradMode.Needs(this) ? new RsqrtBackward0(this, y).Attach(y) : y;
        }

        // y = 1/√x;  ∂x = −½·g·y³
        private sealed class RsqrtBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad * y.Value.pow(3) * -0.5;

            protected internal override void Release() => y.Release();
        }

        /// <summary>1 / x.</summary>
        public Tensor reciprocal()
        {
            var y = Unary.Real<Reciprocal>(this);
            return GradMode.Needs(this) ? new ReciprocalBackward0(this, y).Attach(y) : y;
        }

        // y = 1/x;  ∂x = −g·y²
        private sealed class ReciprocalBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad.neg() * (y.Value * y.Value);

            protected internal override void Release() => y.Release();
        }

        /// <summary>1 / (1 + e⁻ˣ).</summary>
        public Tensor sigmoid()
        {
            var y = Unary.Real<Logistic>(this);
            return GradMode.Needs(this) ? new SigmoidBackward0(this, y).Attach(y) : y;
        }

        // y = σ(x);  ∂x = g·y·(1 − y)
        private sealed class SigmoidBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => Fast.Gradient<Torch.Kernels.SigmoidGradient<float>, Torch.Kernels.SigmoidGradient<double>>(grad, y) ?? grad * (1 - y.Value) * y;

            protected internal override void Release() => y.Release();
        }

        /// <summary>eˣ of each element, in place.</summary>
        public Tensor exp_() => Overwrite("exp_", exp());

        /// <summary>eˣ − 1, exact near 0, in place.</summary>
        public Tensor expm1_() => Overwrite("expm1_", expm1());

        /// <summary>The natural logarithm, in place.</summary>
        public Tensor log_() => Overwrite("log_", log());

        /// <summary>The logarithm to base 2, in place.</summary>
        public Tensor log2_() => Overwrite("log2_", log2());

        /// <summary>The logarithm to base 10, in place.</summary>
        public Tensor log10_() => Overwrite("log10_", log10());

        /// <summary>ln(1 + x), exact near 0, in place.</summary>
        public Tensor log1p_() => Overwrite("log1p_", log1p());

        /// <summary>The square root, in place.</summary>
        public Tensor sqrt_() => Overwrite("sqrt_", sqrt());

        /// <summary>1 / √x, in place.</summary>
        public Tensor rsqrt_() => Overwrite("rsqrt_", rsqrt());

        /// <summary>1 / x, in place.</summary>
        public Tensor reciprocal_() => Overwrite("reciprocal_", reciprocal());

        /// <summary>1 / (1 + e⁻ˣ), in place.</summary>
        public Tensor sigmoid_() => Overwrite("sigmoid_", sigmoid());
    }
}
