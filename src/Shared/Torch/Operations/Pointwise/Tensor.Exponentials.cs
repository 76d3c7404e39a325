using Qiansi.Torch.Dispatch;
using Exponential = Qiansi.Torch.Dispatch.Exponential;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>eˣ of each element, of the shape of this tensor; of integers real numbers.</summary>
        [Function, InPlace]
        public Tensor exp()
        {
            var y = Unary.Real<Exponential>(this);
            return GradMode.Needs(this) ? new ExpBackward0(this, y).Attach(y) : y;
        }

        // y = eˣ;  ∂x = g·y
        private sealed class ExpBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad * y;
        }

        /// <summary>eˣ − 1 of each element, exact near 0, where e is.</summary>
        [Function, InPlace]
        public Tensor expm1()
        {
            var y = Unary.Real<ExponentialMinusOne>(this);
            return GradMode.Needs(this) ? new Expm1Backward0(this, y).Attach(y) : y;
        }

        // y = eˣ − 1;  ∂x = g·(y + 1)
        private sealed class Expm1Backward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad * (y + 1);
        }

        /// <summary>The natural logarithm of each element; −∞ of 0, NaN of negative numbers.</summary>
        [Function, InPlace]
        public Tensor log()
        {
            var y = Unary.Real<Logarithm>(this);
            return GradMode.Needs(this) ? new LogBackward0(this).Attach(y) : y;
        }

        // y = ln x;  ∂x = g/x
        private sealed class LogBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad / x;
        }

        /// <summary>The logarithm to base 2 of each element; −∞ of 0, NaN of negative numbers.</summary>
        [Function, InPlace]
        public Tensor log2()
        {
            var y = Unary.Real<Logarithm2>(this);
            return GradMode.Needs(this) ? new Log2Backward0(this).Attach(y) : y;
        }

        // y = log₂ x;  ∂x = g/(x·ln 2)
        private sealed class Log2Backward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad / (x * Math.Log(2));
        }

        /// <summary>The logarithm to base 10 of each element; −∞ of 0, NaN of negative numbers.</summary>
        [Function, InPlace]
        public Tensor log10()
        {
            var y = Unary.Real<Logarithm10>(this);
            return GradMode.Needs(this) ? new Log10Backward0(this).Attach(y) : y;
        }

        // y = log₁₀ x;  ∂x = g/(x·ln 10)
        private sealed class Log10Backward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad / (x * Math.Log(10));
        }

        /// <summary>ln(1 + x) of each element, exact near 0; NaN below −1.</summary>
        [Function, InPlace]
        public Tensor log1p()
        {
            var y = Unary.Real<LogarithmOfOnePlus>(this);
            return GradMode.Needs(this) ? new Log1PBackward0(this).Attach(y) : y;
        }

        // y = ln(1 + x);  ∂x = g/(1 + x)
        private sealed class Log1PBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad / (x + 1);
        }

        /// <summary>The square root of each element; NaN of negative numbers.</summary>
        [Function, InPlace]
        public Tensor sqrt()
        {
            var y = Unary.Real<SquareRoot>(this);
            return GradMode.Needs(this) ? new SqrtBackward0(this, y).Attach(y) : y;
        }

        // y = √x;  ∂x = g/(2y)
        private sealed class SqrtBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad / (y * 2);
        }

        /// <summary>1 / √x of each element; ∞ of 0, NaN of negative numbers.</summary>
        [Function, InPlace]
        public Tensor rsqrt()
        {
            var y = Unary.Real<ReciprocalSquareRoot>(this);
            return GradMode.Needs(this) ? new RsqrtBackward0(this, y).Attach(y) : y;
        }

        // y = 1/√x;  ∂x = −½·g·y³
        private sealed class RsqrtBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad * y.pow(3) * -0.5;
        }

        /// <summary>1 / x of each element, real numbers also of integers; ∞ of 0.</summary>
        [Function, InPlace]
        public Tensor reciprocal()
        {
            var y = Unary.Real<Reciprocal>(this);
            return GradMode.Needs(this) ? new ReciprocalBackward0(this, y).Attach(y) : y;
        }

        // y = 1/x;  ∂x = −g·y²
        private sealed class ReciprocalBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad.neg() * (y * y);
        }

        /// <summary>1 / (1 + e⁻ˣ) of each element: any number becomes one between 0 and 1.</summary>
        [Function, InPlace]
        public Tensor sigmoid()
        {
            var y = Unary.Real<Logistic>(this);
            return GradMode.Needs(this) ? new SigmoidBackward0(this, y).Attach(y) : y;
        }

        // y = σ(x);  ∂x = g·y·(1 − y)
        private sealed class SigmoidBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) =>
                Fast.Gradient<Torch.Kernels.SigmoidGradient<float>, Torch.Kernels.SigmoidGradient<double>>(grad, y) ?? grad * (1 - y) * y;
        }
    }
}
