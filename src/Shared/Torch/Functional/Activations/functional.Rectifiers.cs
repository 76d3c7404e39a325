using Qiansi.Torch.Functional;
using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What the layers do, as functions without parameters of their own.</summary>
        public static partial class functional
        {
            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

            /// <summary>x between 0 and 6, cut off outside.</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);

            /// <summary>x above 0, negative_slope · x below.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) => Into(input, inplace, Pointwise.Apply(
                "LeakyReluBackward0", input, new Torch.Kernels.LeakyRelu<float>((float)negative_slope), new Torch.Kernels.LeakyReluGradient<float>((float)negative_slope),
                x => where(x > 0, x, x * negative_slope)));

            /// <summary>x above 0, below it x times a weight that is learned: one for all, or one a channel (dimension 1).</summary>
            /// <exception cref="ArgumentException">The number of weights is neither 1 nor that of channels.</exception>
            public static Tensor prelu(Tensor input, Tensor weight)
            {
                if (weight.count == 1) return where(input > 0, input, input * weight.reshape());
                var channels = input.sizes.Length > 1 ? input.sizes[1] : 1;
                if (weight.count != channels)
                    throw new ArgumentException($"prelu: {weight.count} weights for {channels} channels (input shape {Shape.Text(input.sizes)}); give 1, or one a channel (dimension 1)");
                var shape = new long[input.sizes.Length];
                Array.Fill(shape, 1);
                shape[1] = -1;
                return where(input > 0, input, input * weight.reshape(shape));
            }

            /// <summary>x above 0, alpha · (eˣ − 1) below.</summary>
            public static Tensor elu(Tensor x, double alpha = 1.0, bool inplace = false) => Into(x, inplace, Pointwise.Apply(
                "EluBackward0", x, new Torch.Kernels.Elu<float>((float)alpha), new Torch.Kernels.EluGradient<float>((float)alpha),
                x => where(x > 0, x, x.clamp_max(0).expm1() * alpha)));

            /// <summary>ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => Into(x, inplace, elu(x, 1.6732632423543772848170429916717) * 1.0507009873554804934193349852946);

            /// <summary>ELU whose slope has no jump at 0: max(0, x) + min(0, alpha · (e^(x/alpha) − 1)).</summary>
            public static Tensor celu(Tensor x, double alpha = 1.0, bool inplace = false) => Into(x, inplace, where(x > 0, x, (x.clamp_max(0) / alpha).expm1() * alpha));

            /// <summary>x, cut off below min_val and above max_val.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false)
            {
                if (min_val > max_val) throw new ArgumentException($"hardtanh: min_val {min_val} is above max_val {max_val}");
                // Unlike clamp, the gradient on the bounds themselves is 0.
                return Into(x, inplace, where((x > min_val).logical_and(x < max_val), x, x.detach().clamp(min_val, max_val)));
            }

            /// <summary>x above a threshold, else a value.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) => Into(x, inplace, where(x > threshold, x, value));

            /// <summary>x where |x| is above lambda, else 0.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => where(x.detach().abs() > lambda, x, 0.0);

            /// <summary>x moved towards 0 by lambda, 0 where |x| is below it.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => where(x > lambda, x - lambda, where(x < -lambda, x + lambda, 0.0));

            /// <summary>The result, written over the input if that was asked for.</summary>
            private static Tensor Into(Tensor x, bool inplace, Tensor y) => inplace ? x.Overwrite("inplace", y) : y;
        }
    }
}
