namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>The probability of values up to x, of a distribution.</summary>
            /// <param name="distribution">The distribution, of numbers.</param>
            public sealed class CumulativeDistributionTransform(Distribution distribution) : Transform
            {
                /// <inheritdoc/>
                public override constraints.Constraint domain => distribution.support;

                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.unit_interval;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => distribution.log_prob(x);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => distribution.cdf(x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => distribution.icdf(y);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => 1;
            }
        }
    }
}
