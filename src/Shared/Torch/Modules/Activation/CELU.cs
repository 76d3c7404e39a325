namespace Qiansi.Modules
{
    /// <summary>ELU whose slope has no jump at 0 (Barron 2017).</summary>
    public sealed class CELU : ParameterLessModule<Tensor, Tensor>
    {
        internal CELU(double alpha, bool inplace) : base(nameof(CELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        /// <summary>What it approaches below, negated.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => Text.Arguments(("alpha", alpha), ("inplace", inplace));
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>ELU whose slope has no jump at 0 (Barron 2017).</summary>
            public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>ELU whose slope has no jump at 0: max(0, x) + min(0, alpha · (e^(x/alpha) − 1)).</summary>
                public static Tensor celu(Tensor x, double alpha = 1.0, bool inplace = false) =>
                    Into(x, inplace, where(x > 0, x, (x.clamp_max(0) / alpha).expm1() * alpha));
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.celu</c>.</summary>
            public Tensor celu() => nn.functional.celu(this);

            /// <summary>As <c>nn.functional.celu</c>, in place.</summary>
            public Tensor celu_() => Overwrite("celu_", nn.functional.celu(BeforeWrite(this)));

            /// <summary>As <c>nn.functional.celu</c>.</summary>
            public Tensor celu(Scalar alpha) => nn.functional.celu(this, alpha.ToDouble());

            /// <summary>As <c>nn.functional.celu</c>, in place.</summary>
            public Tensor celu_(Scalar alpha) => Overwrite("celu_", nn.functional.celu(BeforeWrite(this), alpha.ToDouble()));
        }
    }
}
