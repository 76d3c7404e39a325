using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = loc + scale · x, element by element.</summary>
            /// <param name="loc">What is added.</param>
            /// <param name="scale">What is multiplied, not 0.</param>
            /// <param name="event_dim">How many dimensions one argument has: 0 for numbers, 1 for vectors.</param>
            public sealed class AffineTransform(Tensor loc, Tensor scale, int event_dim = 0) : Transform
            {
                /// <summary>Numbers for loc and scale.</summary>
                public AffineTransform(double loc, double scale, int event_dim = 0)
                    : this(full([], loc, float64), full([], scale, float64), event_dim)
                {
                }

                /// <summary>What is added.</summary>
                public Tensor loc { get; } = loc;

                /// <summary>What is multiplied.</summary>
                public Tensor scale { get; } = scale;

                /// <inheritdoc/>
                public override constraints.Constraint domain { get; } = constraints.independent(constraints.real, event_dim);

                /// <inheritdoc/>
                public override constraints.Constraint codomain => domain;

                /// <inheritdoc/>
                public override bool bijective => true;

                private protected override Tensor[]? Parameters => [loc, scale];

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    SumLast(scale.abs().log().to_type(x.type).expand(x.sizes), domain.event_dim);

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) =>
                    Shape.Broadcast(Shape.Broadcast(shape, loc.sizes, nameof(AffineTransform)), scale.sizes, nameof(AffineTransform));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => loc + (scale * x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => (y - loc) / scale;

                /// <inheritdoc/>
                protected internal override Tensor _sign() => scale.sign();
            }
        }
    }
}
