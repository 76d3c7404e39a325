namespace Qiansi.Modules
{
    /// <summary>eˣ / Σ eˣ along a dimension: numbers to probabilities.</summary>
    public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax(long dim) : base(nameof(Softmax)) => this.dim = dim;

        /// <summary>The dimension whose elements sum to 1.</summary>
        public long dim { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.softmax(tensor, dim);

        /// <inheritdoc/>
        public override string extra_repr() => $"dim={dim}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>eˣ / Σ eˣ along a dimension: numbers to probabilities.</summary>
            public static Softmax Softmax(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>eˣ / Σ eˣ along a dimension.</summary>
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
            }
        }
    }
}
