namespace Qiansi.Modules
{
    /// <summary>The hyperbolic tangent of each element: any number becomes one between −1 and 1.</summary>
    public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanh(bool inplace) : base(nameof(Tanh)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.tanh(tensor, inplace);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The hyperbolic tangent of each element: any number becomes one between −1 and 1.</summary>
            public static Tanh Tanh(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>The hyperbolic tangent of each element: any number becomes one between −1 and 1.</summary>
                public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();
            }
        }
    }
}
