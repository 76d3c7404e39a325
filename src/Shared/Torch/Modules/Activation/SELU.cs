namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
            [Layer("SELU")]
            public static Tensor selu(Tensor x, bool inplace = false) =>
                Into(x, inplace, elu(x, 1.6732632423543772848170429916717) * 1.0507009873554804934193349852946);
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.selu"/>
        public Tensor selu() => nn.functional.selu(this);

        /// <summary>As <c>nn.functional.selu</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor selu_() => Overwrite("selu_", nn.functional.selu(BeforeWrite(this)));
    }
}
