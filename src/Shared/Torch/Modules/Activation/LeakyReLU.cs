using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>x above 0, negative_slope · x below.</summary>
    public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal LeakyReLU(double negative_slope, bool inplace) : base(nameof(LeakyReLU)) =>
            (this.negative_slope, this.inplace) = (negative_slope, inplace);

        /// <summary>The slope below 0.</summary>
        public double negative_slope { get; set; }

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.leaky_relu(tensor, negative_slope, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => Text.Arguments(("negative_slope", negative_slope), ("inplace", inplace));
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above 0, negative_slope · x below.</summary>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            public static partial class functional
            {
                /// <summary>x above 0, negative_slope · x below.</summary>
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    Into(input, inplace, Pointwise.Apply(
                    "LeakyReluBackward0", input, new Torch.Kernels.LeakyRelu<float>((float)negative_slope),
                        new Torch.Kernels.LeakyReluGradient<float>((float)negative_slope),
                    x => where(x > 0, x, x * negative_slope)));
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.leaky_relu</c>.</summary>
            public Tensor leaky_relu(Scalar negative_slope) => nn.functional.leaky_relu(this, negative_slope.ToDouble());

            /// <summary>As <c>nn.functional.leaky_relu</c>, in place.</summary>
            public Tensor leaky_relu_(Scalar negative_slope) =>
                Overwrite("leaky_relu_", nn.functional.leaky_relu(BeforeWrite(this), negative_slope.ToDouble()));
        }
    }
}
