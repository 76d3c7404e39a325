namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>The inverse of a transform.</summary>
            internal sealed class InverseTransform(Transform of) : Transform
            {
                public override constraints.Constraint domain => of.codomain;

                public override constraints.Constraint codomain => of.domain;

                public override bool bijective => of.bijective;

                public override Transform inv => of;

                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => of.log_abs_det_jacobian(y, x).neg();

                public override long[] forward_shape(long[] shape) => of.inverse_shape(shape);

                public override long[] inverse_shape(long[] shape) => of.forward_shape(shape);

                protected internal override Tensor _call(Tensor x) => of._inverse(x);

                protected internal override Tensor _inverse(Tensor y) => of._call(y);

                protected internal override Tensor _sign() => of.sign;
            }
        }
    }
}
