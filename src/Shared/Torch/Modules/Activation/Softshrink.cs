namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="softshrink"/>
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

            /// <summary>x moved towards 0 by lambda, 0 where |x| is below it.</summary>
            /// <param name="lambda">How far.</param>
            [Layer("Softshrink")]
            public static Tensor softshrink(Tensor x, double lambda = 0.5) =>
                where(x > lambda, x - lambda, where(x < -lambda, x + lambda, 0.0));
        }
    }
}
