using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x above 0, negative_slope · x below.</summary>
            /// <param name="negative_slope">The slope below 0.</param>
            [Layer("LeakyReLU")]
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                Into(input, inplace, Pointwise.Apply(
                "LeakyReluBackward0", input, new Torch.Kernels.LeakyRelu<float>((float)negative_slope),
                    new Torch.Kernels.LeakyReluGradient<float>((float)negative_slope),
                x => where(x > 0, x, x * negative_slope)));
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.leaky_relu"/>
        public Tensor leaky_relu(Scalar negative_slope) => nn.functional.leaky_relu(this, negative_slope.ToDouble());

        /// <summary>As <c>nn.functional.leaky_relu</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) =>
            Overwrite("leaky_relu_", nn.functional.leaky_relu(BeforeWrite(this), negative_slope.ToDouble()));
    }
}
