using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        internal GELU(GELU.Approximate approximate, bool inplace) : base(nameof(GELU)) =>
            (this.approximate, this.inplace) = (approximate, inplace);

        /// <summary>Exactly, or by tanh.</summary>
        public GELU.Approximate approximate { get; set; }

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>How GELU is calculated.</summary>
        public enum Approximate
        {
            /// <summary>By the error function.</summary>
            none,

            /// <summary>By ½x(1 + tanh(√(2/π)(x + 0.044715x³))).</summary>
            tanh,
        }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => $"approximate='{approximate}'";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
            public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

            /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
            public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

            /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
            public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

            public static partial class functional
            {
                /// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
                public static Tensor gelu(Tensor x) => gelu(x, Modules.GELU.Approximate.none);

                /// <summary>x · Φ(x).</summary>
                public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

                /// <summary>x · Φ(x), exactly or by its approximation ½x(1 + tanh(√(2/π)(x + 0.044715x³))).</summary>
                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                    Into(x, inplace, approximate == Modules.GELU.Approximate.tanh
                    ? Pointwise.Apply("GeluBackward0", x, default(Torch.Kernels.GeluTanh<float>),
                        default(Torch.Kernels.GeluTanhGradient<float>),
                        x => x * 0.5 * (1 + ((x + (x.pow(3) * 0.044715)) * Math.Sqrt(2 / Math.PI)).tanh()))
                    : Pointwise.Apply("GeluBackward0", x, default(Torch.Kernels.Gelu<float>), default(Torch.Kernels.GeluGradient<float>),
                        x => x * 0.5 * (1 + Erf.Of(x * Math.Sqrt(0.5)))));
            }
        }

        public partial class Tensor
        {
            /// <inheritdoc cref="nn.functional.gelu(Tensor)"/>
            public Tensor gelu() => nn.functional.gelu(this);

            /// <inheritdoc cref="nn.functional.gelu(Tensor, Modules.GELU.Approximate, bool)"/>
            public Tensor gelu(Modules.GELU.Approximate approximate) => nn.functional.gelu(this, approximate);

            /// <summary>As <c>nn.functional.gelu</c>, in place: written over this tensor, which is returned.</summary>
            public Tensor gelu_() => Overwrite("gelu_", nn.functional.gelu(BeforeWrite(this)));

            /// <summary>As <c>nn.functional.gelu</c>, in place: written over this tensor, which is returned.</summary>
            public Tensor gelu_(Modules.GELU.Approximate approximate) =>
                Overwrite("gelu_", nn.functional.gelu(BeforeWrite(this), approximate));
        }
    }
}
