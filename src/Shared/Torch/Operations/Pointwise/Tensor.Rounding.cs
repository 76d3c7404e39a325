using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Rounded down to integers.</summary>
        [Function, InPlace]
        public Tensor floor() => type.IsFloating() ? NoGradient(Unary.Real<RoundDown>(this), null) : Copy();

        /// <summary>Rounded up to integers.</summary>
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

        /// <summary>Cut towards zero to integers.</summary>
        [Function, InPlace]
        public Tensor trunc() => type.IsFloating() ? NoGradient(Unary.Real<Truncate>(this), null) : Copy();

        /// <summary>What is cut off by <see cref="trunc"/>.</summary>
        [Function, InPlace]
        public Tensor frac() => this - trunc();

        /// <summary>−1, 0 or 1.</summary>
        [Function, InPlace]
        public Tensor sign() => NoGradient(Unary.Apply<Sign>(this), null);

        /// <summary>The absolute value.</summary>
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

        /// <summary>The square.</summary>
        [Function]
        public Tensor square() => pow(2);

        /// <summary>max(x, 0).</summary>
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

        /// <summary>max(x, 0), in place.</summary>
        public Tensor relu_() => Overwrite("relu_", relu());
    }
}
