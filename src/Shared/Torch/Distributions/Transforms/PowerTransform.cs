using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = xᵃ of positive numbers.</summary>
            /// <param name="exponent">a, not 0.</param>
            public sealed class PowerTransform(Tensor exponent) : Transform
            {
                /// <summary>a.</summary>
                public Tensor exponent { get; } = exponent;

                /// <inheritdoc/>
                public override constraints.Constraint domain => constraints.positive;

                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override bool bijective => true;

                private protected override Tensor[]? Parameters => [exponent];

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => (exponent * y / x).abs().log();

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => Shape.Broadcast(shape, exponent.sizes, nameof(PowerTransform));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.pow(exponent);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.pow(exponent.reciprocal());

                /// <inheritdoc/>
                protected internal override Tensor _sign() => exponent.sign();
            }
        }
    }
}
