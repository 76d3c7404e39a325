namespace Qiansi.Modules
{
    /// <summary>1 / (1 + e⁻ˣ) of each element: any number becomes one between 0 and 1.</summary>
    public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Sigmoid(bool inplace) : base(nameof(Sigmoid)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.sigmoid(tensor, inplace);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>1 / (1 + e⁻ˣ) of each element: any number becomes one between 0 and 1.</summary>
            public static Sigmoid Sigmoid() => new(false);

            /// <summary>1 / (1 + e⁻ˣ) of each element: any number becomes one between 0 and 1.</summary>
            public static Sigmoid Sigmoid(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>1 / (1 + e⁻ˣ) of each element: any number becomes one between 0 and 1.</summary>
                public static Tensor sigmoid(Tensor x) => x.sigmoid();

                /// <summary>1 / (1 + e⁻ˣ) of each element: any number becomes one between 0 and 1.</summary>
                public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();
            }
        }
    }
}
