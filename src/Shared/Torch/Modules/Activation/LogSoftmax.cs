namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The logarithm of softmax, without its rounding.</summary>
            /// <param name="dim">The dimension.</param>
            [Layer("LogSoftmax")]
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);
        }
    }
}
