namespace Qiansi.Modules
{
    /// <summary>ln(1 + e^(beta·x)) / beta: a smooth ReLU.</summary>
    public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
    {
        internal Softplus(double beta, double threshold) : base(nameof(Softplus)) => (this.beta, this.threshold) = (beta, threshold);

        /// <summary>The sharpness of the bend.</summary>
        public double beta { get; set; }

        /// <summary>beta·x above which the function is x itself.</summary>
        public double threshold { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);

        /// <inheritdoc/>
        public override string extra_repr() => Text.Arguments(("beta", beta), ("threshold", threshold));
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>ln(1 + e^(beta·x)) / beta: a smooth ReLU.</summary>
            public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

            public static partial class functional
            {
                /// <summary>ln(1 + e^(beta·x)) / beta, and x itself where beta·x is above the threshold.</summary>
                public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                    where(x.detach() * beta > threshold, x, (x * beta).clamp_max(threshold).exp().log1p() / beta);
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.softplus</c>.</summary>
            public Tensor softplus(double beta = 1, double threshold = 20) => nn.functional.softplus(this, beta, threshold);
        }
    }
}
