namespace Qiansi.Modules
{
    /// <summary>x − tanh x of each element: what tanh cuts off.</summary>
    public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanhshrink(bool inplace) : base(nameof(Tanhshrink)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.tanhshrink(tensor, inplace);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x − tanh x of each element: what tanh cuts off.</summary>
            public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>As <see cref="tanhshrink"/>.</summary>
                public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

                /// <summary>x − tanh x of each element: what tanh cuts off.</summary>
                public static Tensor tanhshrink(Tensor x, bool inplace = false) => Into(x, inplace, x - x.tanh());
            }
        }
    }
}
