namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = ln(1 + eˣ).</summary>
            public sealed class SoftplusTransform : MonotoneTransform
            {
                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => nn.functional.softplus(x.neg()).neg();

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => nn.functional.softplus(x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.neg().expm1().neg().log() + y;
            }
        }
    }
}
