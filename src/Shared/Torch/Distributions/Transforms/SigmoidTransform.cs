namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = 1/(1 + e⁻ˣ), kept away from 0 and 1 by the type's ε so that the inverse is finite.</summary>
            public sealed class SigmoidTransform : MonotoneTransform
            {
                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.unit_interval;

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    nn.functional.softplus(x.neg()).neg() - nn.functional.softplus(x);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Qiansi.Torch.Distributions.Parameters.Inside(x.sigmoid());

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y)
                {
                    y = Qiansi.Torch.Distributions.Parameters.Inside(y);
                    return y.log() - y.neg().log1p();
                }
            }
        }
    }
}
