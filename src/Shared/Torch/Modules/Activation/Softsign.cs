namespace Qiansi.Modules
{
    /// <summary>x / (1 + |x|) of each element: any number becomes one between −1 and 1.</summary>
    public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
    {
        internal Softsign(bool inplace) : base(nameof(Softsign)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x / (1 + |x|) of each element: any number becomes one between −1 and 1.</summary>
            public static Softsign Softsign() => new(false);

            /// <summary>x / (1 + |x|) of each element: any number becomes one between −1 and 1.</summary>
            public static Softsign Softsign(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>As <see cref="softsign"/>.</summary>
                public static Tensor Softsign(Tensor x) => softsign(x);

                /// <summary>x / (1 + |x|) of each element: any number becomes one between −1 and 1.</summary>
                public static Tensor softsign(Tensor x, bool inplace = false) => Into(x, inplace, x / (1 + x.abs()));
            }
        }
    }
}
