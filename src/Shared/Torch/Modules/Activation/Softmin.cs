namespace Qiansi.Modules
{
    /// <summary>Softmax of −x along a dimension: the smallest number gets the largest share.</summary>
    public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmin(long dim) : base(nameof(Softmin)) => this.dim = dim;

        /// <summary>The dimension whose elements sum to 1.</summary>
        public long dim { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);

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
            /// <summary>Softmax of −x along a dimension: the smallest number gets the largest share.</summary>
            public static Softmin Softmin(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>Softmax of −x along a dimension: the smallest number gets the largest share.</summary>
                public static Tensor softmin(Tensor x, long dim) => x.neg().softmax(dim);
            }
        }
    }
}
