using Qiansi.Modules;
using Qiansi.Torch.Functional;
using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>1 / (1 + e⁻ˣ).</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>1 / (1 + e⁻ˣ).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
            public static Tensor gelu(Tensor x) => gelu(x, Modules.GELU.Approximate.none);

            /// <summary>x · Φ(x).</summary>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>x · Φ(x), exactly or by its approximation ½x(1 + tanh(√(2/π)(x + 0.044715x³))).</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) => Into(x, inplace, approximate == Modules.GELU.Approximate.tanh
                ? Pointwise.Apply("GeluBackward0", x, default(Torch.Kernels.GeluTanh<float>), default(Torch.Kernels.GeluTanhGradient<float>),
                    x => x * 0.5 * (1 + ((x + (x.pow(3) * 0.044715)) * Math.Sqrt(2 / Math.PI)).tanh()))
                : Pointwise.Apply("GeluBackward0", x, default(Torch.Kernels.Gelu<float>), default(Torch.Kernels.GeluGradient<float>),
                    x => x * 0.5 * (1 + Erf.Of(x * Math.Sqrt(0.5)))));

            /// <summary>x · sigmoid(x), also called swish.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => Into(x, inplace, Pointwise.Apply(
                "SiluBackward0", x, default(Torch.Kernels.Silu<float>), default(Torch.Kernels.SiluGradient<float>), x => x * x.sigmoid()));

            /// <summary>ln(1 + e^(beta·x)) / beta, and x itself where beta·x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                where(x.detach() * beta > threshold, x, (x * beta).clamp_max(threshold).exp().log1p() / beta);

            /// <summary>x · tanh(softplus(x)) (Misra 2019).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => Into(x, inplace, x * softplus(x).tanh());

            /// <summary>A sigmoid of straight lines: (x + 3)/6 between −3 and 3.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => Into(input, inplace, hardtanh(input + 3, 0, 6) / 6);

            /// <summary>x · hardsigmoid(x) (Howard et al. 2019).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) => Into(input, inplace, Pointwise.Apply(
                "HardswishBackward0", input, default(Torch.Kernels.HardSwish<float>), default(Torch.Kernels.HardSwishGradient<float>), x => x * hardsigmoid(x)));

            /// <summary>ln sigmoid(x), without overflow.</summary>
            public static Tensor logsigmoid(Tensor x) => x.clamp_max(0) - x.abs().neg().exp().log1p();

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false) => Into(x, inplace, x / (1 + x.abs()));

            /// <summary>x − tanh x.</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false) => Into(x, inplace, x - x.tanh());

            /// <summary>eˣ / Σ eˣ along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>The logarithm of softmax, without its rounding.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>Softmax of −x.</summary>
            public static Tensor softmin(Tensor x, long dim) => x.neg().softmax(dim);

            /// <summary>Softmax over the channels of each place of an image.</summary>
            public static Tensor softmax2d(Tensor x) => x.softmax(-3);

            /// <summary>The first half along a dimension times the sigmoid of the second.</summary>
            /// <exception cref="ArgumentException">The dimension's size is odd.</exception>
            public static Tensor glu(Tensor input, long dim = -1)
            {
                var d = Shape.Dim(dim, input.sizes.Length, "glu");
                if (input.sizes[d] % 2 != 0) throw new ArgumentException($"glu: dimension {d} of shape {Shape.Text(input.sizes)} is to be halved; its size is odd");
                var half = input.sizes[d] / 2;
                return input.narrow(d, 0, half) * input.narrow(d, half, half).sigmoid();
            }
        }
    }
}
