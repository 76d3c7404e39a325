namespace Qiansi.Modules
{
    /// <summary>x · tanh(softplus(x)) of each element (Misra 2019).</summary>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish(bool inplace) : base(nameof(Mish)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => inplace ? "inplace=True" : "";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x · tanh(softplus(x)) of each element (Misra 2019).</summary>
            public static Mish Mish() => new(false);

            /// <summary>x · tanh(softplus(x)) of each element (Misra 2019).</summary>
            public static Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>As <see cref="mish"/>.</summary>
                public static Tensor Mish(Tensor x) => mish(x);

                /// <summary>x · tanh(softplus(x)) of each element (Misra 2019).</summary>
                public static Tensor mish(Tensor x, bool inplace = false) => Into(x, inplace, x * softplus(x).tanh());
            }
        }
    }
}
