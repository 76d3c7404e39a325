using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>x · sigmoid(x) of each element, also called swish (Ramachandran et al. 2017).</summary>
    public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
    {
        internal SiLU(bool inplace) : base(nameof(SiLU)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.silu(tensor, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => inplace ? "inplace=True" : "";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x · sigmoid(x) of each element, also called swish (Ramachandran et al. 2017).</summary>
            public static SiLU SiLU() => new(false);

            /// <summary>x · sigmoid(x) of each element, also called swish (Ramachandran et al. 2017).</summary>
            public static SiLU SiLU(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>As <see cref="silu"/>.</summary>
                public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

                /// <summary>x · sigmoid(x) of each element, also called swish (Ramachandran et al. 2017).</summary>
                public static Tensor silu(Tensor x, bool inplace = false) => Into(x, inplace, Pointwise.Apply(
                    "SiluBackward0", x, default(Torch.Kernels.Silu<float>), default(Torch.Kernels.SiluGradient<float>),
                    x => x * x.sigmoid()));
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.silu</c>.</summary>
            public Tensor silu() => nn.functional.silu(this);

            /// <summary>As <c>nn.functional.silu</c>, in place.</summary>
            public Tensor silu_() => Overwrite("silu_", nn.functional.silu(BeforeWrite(this)));
        }
    }
}
