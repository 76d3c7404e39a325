using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x above 0, alpha · (eˣ − 1) below (Clevert et al. 2015).</summary>
            /// <param name="alpha">What it approaches below, negated.</param>
            [Layer("ELU")]
            public static Tensor elu(Tensor x, double alpha = 1.0, bool inplace = false) => Into(x, inplace, Pointwise.Apply(
                "EluBackward0", x, new Torch.Kernels.Elu<float>((float)alpha), new Torch.Kernels.EluGradient<float>((float)alpha),
                x => where(x > 0, x, x.clamp_max(0).expm1() * alpha)));
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.elu"/>
        public Tensor elu(double alpha = 1) => nn.functional.elu(this, alpha);

        /// <summary>As <c>nn.functional.elu</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor elu_(double alpha = 1) => Overwrite("elu_", nn.functional.elu(BeforeWrite(this), alpha));
    }
}
