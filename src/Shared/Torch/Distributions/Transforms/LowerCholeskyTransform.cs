namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>From square matrices to lower triangular ones with a positive diagonal: what is above the diagonal is dropped, the
            /// diagonal is
            /// eˣ of what it was.</summary>
            public sealed class LowerCholeskyTransform : Transform
            {
                /// <inheritdoc/>
                public override constraints.Constraint domain => constraints.independent(constraints.real, 2);

                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.lower_cholesky;

                private protected override Tensor[]? Parameters => [];

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.tril(-1) + x.diagonal(0, -2, -1).exp().diag_embed();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.tril(-1) + y.diagonal(0, -2, -1).log().diag_embed();
            }
        }
    }
}
