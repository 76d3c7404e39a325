using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Each element rounded down to an integer, of the same type; the gradient is 0.</summary>
        [Function, InPlace]
        public Tensor floor() => type.IsFloating() ? NoGradient(Unary.Real<RoundDown>(this), null) : Copy();

        /// <summary>Each element rounded up to an integer, of the same type; the gradient is 0.</summary>
        [Function, InPlace]
        public Tensor ceil() => type.IsFloating() ? NoGradient(Unary.Real<RoundUp>(this), null) : Copy();

        /// <summary>Rounded to so many decimals, halves to even.</summary>
        [Function, InPlace]
        public Tensor round(long decimals = 0L)
        {
            if (!type.IsFloating()) return Copy();
            using (no_grad())
            {
                if (decimals != 0)
                {
                    var power = Math.Pow(10, Math.Abs(decimals));
                    return decimals > 0 ? mul(power).round() / power : div(power).round() * power;
                }
            }
            return NoGradient(Unary.Real<RoundToNearest>(this), null);
        }

        /// <summary>Each element cut towards zero to an integer, of the same type; the gradient is 0.</summary>
        [Function, InPlace]
        public Tensor trunc() => type.IsFloating() ? NoGradient(Unary.Real<Truncate>(this), null) : Copy();

        /// <summary>What is cut off by <see cref="trunc"/>.</summary>
        [Function, InPlace]
        public Tensor frac() => this - trunc();

        /// <summary>−1, 0 or 1: the sign of each element; the gradient is 0.</summary>
        [Function, InPlace]
        public Tensor sign() => NoGradient(Unary.Apply<Sign>(this), null);

        /// <summary>The absolute value of each element; the gradient is its sign, 0 at 0.</summary>
        [Function, InPlace]
        public Tensor abs()
        {
            var y = type is ScalarType.Bool or ScalarType.Byte ? Copy() : Unary.Apply<Absolute>(this);
            return GradMode.Needs(this) ? new AbsBackward0(this).Attach(y) : y;
        }

        // y = |x|;  ∂x = g·sign x
        private sealed class AbsBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.sign();
        }

        /// <summary>The square of each element: x · x.</summary>
        [Function]
        public Tensor square() => pow(2);

        /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
        [Function]
        public Tensor relu()
        {
            var y = Unary.Apply<Rectify>(this);
            return GradMode.Needs(this) ? new ReluBackward0(this, y).Attach(y) : y;
        }

        // y = max(x, 0);  ∂x = g where y > 0
        private sealed class ReluBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad.where(y > 0, 0.0);
        }

        /// <summary>max(x, 0) of each element, in place: what is negative becomes 0.</summary>
        public Tensor relu_() => Overwrite("relu_", relu());
    }
}
