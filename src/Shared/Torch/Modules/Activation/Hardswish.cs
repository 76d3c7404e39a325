using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x · hardsigmoid(x) (Howard et al. 2019).</summary>
            [Layer("Hardswish", IsShown = false)]
            public static Tensor hardswish(Tensor input, bool inplace = false) => Into(input, inplace, Pointwise.Apply(
                "HardswishBackward0", input, default(Torch.Kernels.HardSwish<float>), default(Torch.Kernels.HardSwishGradient<float>),
                x => x * hardsigmoid(x)));
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.hardswish"/>
        public Tensor hardswish() => nn.functional.hardswish(this);

        /// <summary>As <c>nn.functional.hardswish</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor hardswish_() => Overwrite("hardswish_", nn.functional.hardswish(BeforeWrite(this)));
    }
}
