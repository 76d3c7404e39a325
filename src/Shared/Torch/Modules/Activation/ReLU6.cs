namespace Qiansi.Modules
{
    /// <summary>x between 0 and 6, cut off outside.</summary>
    public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU6(bool inplace) : base(nameof(ReLU6)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);

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
            /// <summary>x between 0 and 6, cut off outside.</summary>
            public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x between 0 and 6, cut off outside.</summary>
                public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.relu6</c>.</summary>
            public Tensor relu6() => nn.functional.relu6(this);

            /// <summary>As <c>nn.functional.relu6</c>, in place.</summary>
            public Tensor relu6_() => Overwrite("relu6_", nn.functional.relu6(BeforeWrite(this)));
        }
    }
}
