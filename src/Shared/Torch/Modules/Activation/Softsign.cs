namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="softsign"/>
            public static Tensor Softsign(Tensor x) => softsign(x);

            /// <summary>x / (1 + |x|) of each element: any number becomes one between −1 and 1.</summary>
            [Layer("Softsign", IsShown = false)]
            public static Tensor softsign(Tensor x, bool inplace = false) => Into(x, inplace, x / (1 + x.abs()));
        }
    }
}
