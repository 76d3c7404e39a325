namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = |x|; of the two arguments of a value the inverse gives the positive one.</summary>
            public sealed class AbsTransform : Transform
            {
                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.positive;

                private protected override Tensor[]? Parameters => [];

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.abs();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y;
            }
        }
    }
}
