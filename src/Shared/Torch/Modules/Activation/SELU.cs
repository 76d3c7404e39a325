namespace Qiansi.Modules
{
    /// <summary>ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
    public sealed class SELU : ParameterLessModule<Tensor, Tensor>
    {
        internal SELU(bool inplace) : base(nameof(SELU)) => this.inplace = inplace;

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);

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
            /// <summary>ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
            public static SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
                public static Tensor selu(Tensor x, bool inplace = false) =>
                    Into(x, inplace, elu(x, 1.6732632423543772848170429916717) * 1.0507009873554804934193349852946);
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.selu</c>.</summary>
            public Tensor selu() => nn.functional.selu(this);

            /// <summary>As <c>nn.functional.selu</c>, in place.</summary>
            public Tensor selu_() => Overwrite("selu_", nn.functional.selu(BeforeWrite(this)));
        }
    }
}
