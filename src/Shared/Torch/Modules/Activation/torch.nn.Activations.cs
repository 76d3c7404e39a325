using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>ELU whose slope has no jump at 0 (Barron 2017).</summary>
        public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>x above 0, alpha · (eˣ − 1) below (Clevert et al. 2015).</summary>
        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

        /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
        public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

        /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

        /// <summary>The first half along a dimension times the sigmoid of the second (Dauphin et al. 2016).</summary>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>x where |x| is above lambda, else 0.</summary>
        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <summary>A sigmoid of straight lines: (x + 3)/6 between −3 and 3.</summary>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary>x · hardsigmoid(x) (Howard et al. 2019).</summary>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>x, cut off below min_val and above max_val.</summary>
        public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

        /// <summary>x above 0, negative_slope · x below.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>ln sigmoid(x), without overflow.</summary>
        public static LogSigmoid LogSigmoid() => new();

        /// <summary>The logarithm of softmax, without its rounding.</summary>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary>x · tanh(softplus(x)) (Misra 2019).</summary>
        public static Mish Mish() => new(false);

        /// <summary>x · tanh(softplus(x)) (Misra 2019).</summary>
        public static Mish Mish(bool inplace) => new(inplace);

        /// <summary>max(x, 0).</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>x between 0 and 6, cut off outside.</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
        public static SELU SELU(bool inplace = false) => new(inplace);

        /// <summary>x · sigmoid(x), also called swish.</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>x · sigmoid(x), also called swish.</summary>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>1 / (1 + e⁻ˣ).</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>1 / (1 + e⁻ˣ).</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>eˣ / Σ eˣ along a dimension: numbers to probabilities.</summary>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>Softmax over the channels of each place of an image.</summary>
        public static Softmax2d Softmax2d() => new();

        /// <summary>Softmax of −x.</summary>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary>ln(1 + e^(beta·x)) / beta: a smooth ReLU.</summary>
        public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

        /// <summary>x moved towards 0 by lambda, 0 where |x| is below it.</summary>
        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign() => new(false);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign(bool inplace) => new(inplace);

        /// <summary>The hyperbolic tangent.</summary>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>x − tanh x.</summary>
        public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

        /// <summary>x above a threshold, else a value.</summary>
        public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

        /// <summary>x above 0, below it x times a weight that is learned.</summary>
        /// <param name="num_parameters">One weight for all, or as many as there are channels.</param>
        /// <param name="init">Their first value.</param>
        public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) => new(num_parameters, init, dtype);
    }
}
