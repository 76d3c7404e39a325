using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>max(x, 0) of each element: what is negative becomes 0.</summary>
            [Layer("ReLU")]
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : Pointwise.Apply(
                "ReluBackward0", x, default(Torch.Kernels.Relu<float>), default(Torch.Kernels.ReluGradient<float>),
                static x => x.relu());
        }
    }
}
