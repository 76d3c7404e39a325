namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="mish"/>
            public static Tensor Mish(Tensor x) => mish(x);

            /// <summary>x · tanh(softplus(x)) of each element (Misra 2019).</summary>
            [Layer("Mish")]
            public static Tensor mish(Tensor x, bool inplace = false) => Into(x, inplace, x * softplus(x).tanh());
        }
    }
}
