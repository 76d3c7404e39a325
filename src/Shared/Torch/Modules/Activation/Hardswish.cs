using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>x · hardsigmoid(x) (Howard et al. 2019).</summary>
    public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardswish(bool inplace) : base(nameof(Hardswish)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x · hardsigmoid(x) (Howard et al. 2019).</summary>
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x · hardsigmoid(x) (Howard et al. 2019).</summary>
                public static Tensor hardswish(Tensor input, bool inplace = false) => Into(input, inplace, Pointwise.Apply(
                    "HardswishBackward0", input, default(Torch.Kernels.HardSwish<float>), default(Torch.Kernels.HardSwishGradient<float>),
                    x => x * hardsigmoid(x)));
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.hardswish</c>.</summary>
            public Tensor hardswish() => nn.functional.hardswish(this);

            /// <summary>As <c>nn.functional.hardswish</c>, in place.</summary>
            public Tensor hardswish_() => Overwrite("hardswish_", nn.functional.hardswish(BeforeWrite(this)));
        }
    }
}
