using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
    public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU(bool inplace) : base(nameof(ReLU)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.relu(tensor, inplace);

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
            /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
            public static ReLU ReLU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
                public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : Pointwise.Apply(
                    "ReluBackward0", x, default(Torch.Kernels.Relu<float>), default(Torch.Kernels.ReluGradient<float>),
                    static x => x.relu());
            }
        }
    }
}
