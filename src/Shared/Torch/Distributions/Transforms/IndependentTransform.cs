namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A transform whose last batch dimensions count as dimensions of one value: their logarithms of derivatives add
            /// up.</summary>
            /// <param name="base_transform">The transform of one part.</param>
            /// <param name="reinterpreted_batch_dims">How many dimensions more one value has.</param>
            public sealed class IndependentTransform(Transform base_transform, int reinterpreted_batch_dims) : Transform
            {
                /// <summary>The transform of one part.</summary>
                public Transform base_transform { get; } = base_transform;

                /// <summary>How many dimensions more one value has.</summary>
                public int reinterpreted_batch_dims { get; } = reinterpreted_batch_dims;

                /// <inheritdoc/>
                public override constraints.Constraint domain => constraints.independent(base_transform.domain, reinterpreted_batch_dims);

                /// <inheritdoc/>
                public override constraints.Constraint codomain =>
                    constraints.independent(base_transform.codomain, reinterpreted_batch_dims);

                /// <inheritdoc/>
                public override bool bijective => base_transform.bijective;

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    SumLast(base_transform.log_abs_det_jacobian(x, y), reinterpreted_batch_dims);

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => base_transform.forward_shape(shape);

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => base_transform.inverse_shape(shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => base_transform._call(x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => base_transform._inverse(y);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => base_transform.sign;
            }
        }
    }
}
