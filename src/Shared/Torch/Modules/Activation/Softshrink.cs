namespace Qiansi.Modules
{
    /// <summary>x moved towards 0 by lambda, 0 where |x| is below it.</summary>
    public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Softshrink(double lambda) : base(nameof(Softshrink)) => this.lambda = lambda;

        /// <summary>How far.</summary>
        public double lambda { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);

        /// <inheritdoc/>
        public override string extra_repr() => Text.Arguments(("lambda", lambda));
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x moved towards 0 by lambda, 0 where |x| is below it.</summary>
            public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                /// <summary>As <see cref="softshrink"/>.</summary>
                public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

                /// <summary>x moved towards 0 by lambda, 0 where |x| is below it.</summary>
                public static Tensor softshrink(Tensor x, double lambda = 0.5) =>
                    where(x > lambda, x - lambda, where(x < -lambda, x + lambda, 0.0));
            }
        }
    }
}
