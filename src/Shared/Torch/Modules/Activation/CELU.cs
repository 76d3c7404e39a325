namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>ELU whose slope has no jump at 0 (Barron 2017).</summary>
            /// <param name="alpha">What it approaches below, negated.</param>
            [Layer("CELU")]
            public static Tensor celu(Tensor x, double alpha = 1.0, bool inplace = false) =>
                Into(x, inplace, where(x > 0, x, (x.clamp_max(0) / alpha).expm1() * alpha));
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.celu"/>
        public Tensor celu() => nn.functional.celu(this);

        /// <summary>As <c>nn.functional.celu</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor celu_() => Overwrite("celu_", nn.functional.celu(BeforeWrite(this)));

        /// <inheritdoc cref="nn.functional.celu"/>
        public Tensor celu(Scalar alpha) => nn.functional.celu(this, alpha.ToDouble());

        /// <summary>As <c>nn.functional.celu</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor celu_(Scalar alpha) => Overwrite("celu_", nn.functional.celu(BeforeWrite(this), alpha.ToDouble()));
    }
}
