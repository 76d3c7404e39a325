namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = tanh x.</summary>
            public sealed class TanhTransform : MonotoneTransform
            {
                /// <inheritdoc/>
                public override constraints.Constraint codomain => constraints.interval(-1, 1);

                /// <summary>ln(1 − tanh² x) as 2 (ln 2 − x − ln(1 + e⁻²ˣ)), which keeps its digits where tanh x is near 1.</summary>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => (Math.Log(2) - x - nn.functional.softplus(x * -2)) * 2;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.tanh();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.atanh();
            }
        }
    }
}
