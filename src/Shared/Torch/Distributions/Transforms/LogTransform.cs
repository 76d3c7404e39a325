namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = ln x.</summary>
            public sealed class LogTransform : MonotoneTransform
            {
                /// <inheritdoc/>
                public override constraints.Constraint domain => constraints.positive;

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => y.neg();

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.log();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.exp();
            }
        }
    }
}
