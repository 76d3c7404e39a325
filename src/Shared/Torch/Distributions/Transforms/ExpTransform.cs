namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = eˣ.</summary>
            public sealed class ExpTransform : MonotoneTransform
            {
                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => x;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.exp();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.log();
            }
        }
    }
}
