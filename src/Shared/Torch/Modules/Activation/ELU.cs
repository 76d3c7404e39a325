using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>x above 0, alpha · (eˣ − 1) below (Clevert et al. 2015).</summary>
    public sealed class ELU : ParameterLessModule<Tensor, Tensor>
    {
        internal ELU(double alpha, bool inplace) : base(nameof(ELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        /// <summary>What it approaches below, negated.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);

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
            /// <summary>x above 0, alpha · (eˣ − 1) below (Clevert et al. 2015).</summary>
            public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>x above 0, alpha · (eˣ − 1) below.</summary>
                public static Tensor elu(Tensor x, double alpha = 1.0, bool inplace = false) => Into(x, inplace, Pointwise.Apply(
                    "EluBackward0", x, new Torch.Kernels.Elu<float>((float)alpha), new Torch.Kernels.EluGradient<float>((float)alpha),
                    x => where(x > 0, x, x.clamp_max(0).expm1() * alpha)));
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.elu</c>.</summary>
            public Tensor elu(double alpha = 1) => nn.functional.elu(this, alpha);

            /// <summary>As <c>nn.functional.elu</c>, in place.</summary>
            public Tensor elu_(double alpha = 1) => Overwrite("elu_", nn.functional.elu(BeforeWrite(this), alpha));
        }
    }
}
