namespace Qiansi.Modules
{
    /// <summary>A sigmoid of straight lines: (x + 3)/6 between −3 and 3.</summary>
    public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardsigmoid(bool inplace) : base(nameof(Hardsigmoid)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.hardsigmoid(tensor, inplace);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A sigmoid of straight lines: (x + 3)/6 between −3 and 3.</summary>
            public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>A sigmoid of straight lines: (x + 3)/6 between −3 and 3.</summary>
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) => Into(input, inplace, hardtanh(input + 3, 0, 6) / 6);
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.hardsigmoid</c>.</summary>
            public Tensor hardsigmoid() => nn.functional.hardsigmoid(this);

            /// <summary>As <c>nn.functional.hardsigmoid</c>, in place.</summary>
            public Tensor hardsigmoid_() => Overwrite("hardsigmoid_", nn.functional.hardsigmoid(BeforeWrite(this)));
        }
    }
}
