using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="silu"/>
            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

            /// <summary>x · sigmoid(x) of each element, also called swish (Ramachandran et al. 2017).</summary>
            [Layer("SiLU")]
            public static Tensor silu(Tensor x, bool inplace = false) => Into(x, inplace, Pointwise.Apply(
                "SiluBackward0", x, default(Torch.Kernels.Silu<float>), default(Torch.Kernels.SiluGradient<float>),
                x => x * x.sigmoid()));
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.silu"/>
        public Tensor silu() => nn.functional.silu(this);

        /// <summary>As <c>nn.functional.silu</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor silu_() => Overwrite("silu_", nn.functional.silu(BeforeWrite(this)));
    }
}
