namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="hardshrink"/>
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

            /// <summary>x where |x| is above lambda, else 0.</summary>
            /// <param name="lambda">The bound.</param>
            [Layer("Hardshrink")]
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => where(x.detach().abs() > lambda, x, 0.0);
        }
    }
}
