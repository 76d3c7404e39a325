using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>The same numbers in another shape.</summary>
            public sealed class ReshapeTransform : Transform
            {
                /// <summary>A change of shape; both are shapes of one value, without batch dimensions.</summary>
                /// <exception cref="ArgumentException">They have different numbers of elements.</exception>
                public ReshapeTransform(long[] in_shape, long[] out_shape)
                {
                    if (Shape.Count(in_shape) != Shape.Count(out_shape))
                        throw new ArgumentException(
                            $"{nameof(ReshapeTransform)}: shape {Shape.Text(in_shape)} has {Shape.Count(in_shape)} elements, "
                            + $"shape {Shape.Text(out_shape)} has {Shape.Count(out_shape)}");
                    (this.in_shape, this.out_shape) = (in_shape, out_shape);
                }

                /// <summary>The shape of an argument.</summary>
                public long[] in_shape { get; }

                /// <summary>The shape of a value.</summary>
                public long[] out_shape { get; }

                /// <inheritdoc/>
                public override constraints.Constraint domain => constraints.independent(constraints.real, in_shape.Length);

                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.independent(constraints.real, out_shape.Length);

                /// <inheritdoc/>
                public override bool bijective => true;

                private protected override Tensor[]? Parameters => [tensor(in_shape), tensor(out_shape)];

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => zeros(x.sizes[..^in_shape.Length], x.type);

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => Replaced(shape, in_shape, out_shape);

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => Replaced(shape, out_shape, in_shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.reshape(forward_shape(x.sizes));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.reshape(inverse_shape(y.sizes));

                private static long[] Replaced(long[] shape, long[] last, long[] by) => shape.AsSpan().EndsWith(last)
                    ? [.. shape[..^last.Length], .. by]
                    : throw new ArgumentException(
                        $"{nameof(ReshapeTransform)}: shape {Shape.Text(shape)} does not end in {Shape.Text(last)}");
            }
        }
    }
}
