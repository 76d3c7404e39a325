namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>As <see cref="hardshrink"/>.</summary>
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

            /// <summary>As <see cref="hardtanh"/>.</summary>
            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => hardtanh(x, min_val, max_val, inplace);

            /// <summary>As <see cref="mish"/>.</summary>
            public static Tensor Mish(Tensor x) => mish(x);

            /// <summary>As <see cref="silu"/>.</summary>
            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

            /// <summary>As <see cref="softshrink"/>.</summary>
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

            /// <summary>As <see cref="softsign"/>.</summary>
            public static Tensor Softsign(Tensor x) => softsign(x);

            /// <summary>As <see cref="tanhshrink"/>.</summary>
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

            /// <summary>As <see cref="threshold"/>.</summary>
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) => functional.threshold(x, threshold, value, inplace);
        }
    }
}
