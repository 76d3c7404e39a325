using Qiansi.Torch.Autograd;
using Qiansi.Torch.Loops;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Rounded down to integers.</summary>
        public Tensor floor() => type.IsFloating() ? NoGradient(Unary.Real<RoundDown>(this), null) : Copy();

        /// <summary>Rounded up to integers.</summary>
        public Tensor ceil() => type.IsFloating() ? NoGradient(Unary.Real<RoundUp>(this), null) : Copy();

        /// <summary>Rounded to so many decimals, halves to even.</summary>
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
        public Tensor trunc() => type.IsFloating() ? NoGradient(Unary.Real<Truncate>(this), null) : Copy();

        /// <summary>What is cut off by <see cref="trunc"/>.</summary>
        public Tensor frac() => this - trunc();

        /// <summary>−1, 0 or 1.</summary>
        public Tensor sign() => NoGradient(Unary.Apply<Sign>(this), null);

        /// <summary>Rounded down, in place.</summary>
        public Tensor floor_() => Overwrite("floor_", floor());

        /// <summary>Rounded up, in place.</summary>
        public Tensor ceil_() => Overwrite("ceil_", ceil());

        /// <summary>Rounded, in place.</summary>
        public Tensor round_(long decimals = 0L) => Overwrite("round_", round(decimals));

        /// <summary>The absolute value.</summary>
        public Tensor abs()
        {
            var y = type is ScalarType.Bool or ScalarType.Byte ? Copy() : Unary.Apply<Absolute>(this);
            return GradMode.Needs(this) ? new AbsBackward0(this).Attach(y) : y;
        }

        // y = |x|;  ∂x = g·sign x
        private sealed class AbsBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.sign();

            protected internal override void Release() => x.Release();
        }

        /// <summary>The absolute value, in place.</summary>
        public Tensor abs_() => Overwrite("abs_", BeforeWrite(this).abs());

        /// <summary>The square.</summary>
        public Tensor square() => pow(2);

        /// <summary>max(x, 0).</summary>
        public Tensor relu()
        {
            var y = Unary.Apply<Rectify>(this);
            return GradMode.Needs(this) ? new ReluBackward0(this, y).Attach(y) : y;
        }

        // y = max(x, 0);  ∂x = g where y > 0
        private sealed class ReluBackward0(Tensor x, Tensor y) : Node(x)
        {
            private Saved y = new(y);

            protected override Tensor Backward(int input, Tensor grad) => grad.where(y.Value > 0, 0.0);

            protected internal override void Release() => y.Release();
        }

        /// <summary>max(x, 0), in place.</summary>
        public Tensor relu_() => Overwrite("relu_", relu());
    }
}
