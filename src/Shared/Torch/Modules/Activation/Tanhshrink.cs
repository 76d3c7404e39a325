namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="tanhshrink"/>
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

            /// <summary>x − tanh x of each element: what tanh cuts off.</summary>
            [Layer("Tanhshrink", IsShown = false)]
            public static Tensor tanhshrink(Tensor x, bool inplace = false) => Into(x, inplace, x - x.tanh());
        }
    }
}
