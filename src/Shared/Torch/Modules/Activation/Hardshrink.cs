namespace Qiansi.Modules
{
    /// <summary>x where |x| is above lambda, else 0.</summary>
    public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardshrink(double lambda) : base(nameof(Hardshrink)) => this.lambda = lambda;

        /// <summary>The bound.</summary>
        public double lambda { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);

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
            /// <summary>x where |x| is above lambda, else 0.</summary>
            public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                /// <summary>As <see cref="hardshrink"/>.</summary>
                public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

                /// <summary>x where |x| is above lambda, else 0.</summary>
                public static Tensor hardshrink(Tensor x, double lambda = 0.5) => where(x.detach().abs() > lambda, x, 0.0);
            }
        }
    }
}
