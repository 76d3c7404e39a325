namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>From vectors of K numbers to K + 1 probabilities: each number breaks its part from what is left of a stick of
            /// length 1.</summary>
            /// <remarks>The k-th part is σ(x − ln(K + 1 − k)) of what is left, so that zeros give equal probabilities.</remarks>
            public sealed class StickBreakingTransform : Transform
            {
                /// <inheritdoc/>
                public override constraints.Constraint domain => constraints.real_vector;

                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.simplex;

                /// <inheritdoc/>
                public override bool bijective => true;

                private protected override Tensor[]? Parameters => [];

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    x = x - LeftAfter(x).log();
                    return (nn.functional.logsigmoid(x) - x + y[TensorIndex.Ellipsis, TensorIndex.Slice(stop: -1)].log()).sum(-1);
                }

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => [.. Vector(shape)[..^1], shape[^1] + 1];

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => [.. Vector(shape)[..^1], shape[^1] - 1];

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x)
                {
                    var part = Qiansi.Torch.Distributions.Parameters.Inside((x - LeftAfter(x).log()).sigmoid());
                    var left = (1 - part).cumprod(-1);
                    return nn.functional.pad(part, [0, 1], value: 1) * nn.functional.pad(left, [1, 0], value: 1);
                }

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y)
                {
                    var broken = y[TensorIndex.Ellipsis, TensorIndex.Slice(stop: -1)];
                    var left = (1 - broken.cumsum(-1)).clamp(min: Qiansi.Torch.Distributions.Parameters.Smallest(y.type));
                    return broken.log() - left.log() + LeftAfter(broken).log();
                }

                /// <summary>K, K − 1, …, 1: how many parts are left after each.</summary>
                private static Tensor LeftAfter(Tensor x) => arange(x.sizes[^1], 0, -1, x.type);

                private static long[] Vector(long[] shape) => shape.Length > 0
                    ? shape
                    : throw new ArgumentException($"{nameof(StickBreakingTransform)}: takes vectors, not numbers");
            }
        }
    }
}
