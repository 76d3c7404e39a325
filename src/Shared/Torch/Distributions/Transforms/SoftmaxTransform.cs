namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>From vectors to probabilities, eˣ over its sum; the inverse gives one of the vectors, ln y.</summary>
            /// <remarks>Not to be used for densities: many vectors have the same probabilities. <see cref="StickBreakingTransform"/>
            /// is.</remarks>
            public sealed class SoftmaxTransform : Transform
            {
                /// <inheritdoc/>
                public override constraints.Constraint domain => constraints.real_vector;

                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.simplex;

                private protected override Tensor[]? Parameters => [];

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.softmax(-1);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.log();
            }
        }
    }
}
