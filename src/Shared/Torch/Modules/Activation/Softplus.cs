namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>ln(1 + e^(beta·x)) / beta: a smooth ReLU.</summary>
            /// <param name="beta">The sharpness of the bend.</param>
            /// <param name="threshold">beta·x above which the function is x itself.</param>
            [Layer("Softplus")]
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                where(x.detach() * beta > threshold, x, (x * beta).clamp_max(threshold).exp().log1p() / beta);
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.softplus"/>
        public Tensor softplus(double beta = 1, double threshold = 20) => nn.functional.softplus(this, beta, threshold);
    }
}
