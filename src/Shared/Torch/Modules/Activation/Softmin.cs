namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Softmax of −x along a dimension: the smallest number gets the largest share.</summary>
            /// <param name="dim">The dimension whose elements sum to 1.</param>
            [Layer("Softmin")]
            public static Tensor softmin(Tensor x, long dim) => x.neg().softmax(dim);
        }
    }
}
