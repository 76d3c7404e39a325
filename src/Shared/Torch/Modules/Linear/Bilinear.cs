namespace Qiansi.Modules
{
    /// <summary>x₁ᵀ·W·x₂ + b: (…, in1_features) and (…, in2_features) give (…, out_features).</summary>
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        private Parameter weightParameter;
        private Parameter? biasParameter;

        internal Bilinear(long in1, long in2, long outputs, bool hasBias, ScalarType? dtype) : base(nameof(Bilinear))
        {
            (in1_features, in2_features, out_features) = (in1, in2, outputs);
            weightParameter = new Parameter(empty([outputs, in1, in2], dtype));
            biasParameter = hasBias ? new Parameter(empty([outputs], dtype)) : null;
            register_parameter("weight", weightParameter);
            register_parameter("bias", biasParameter);
            var bound = 1 / Math.Sqrt(in1);
            nn.init.uniform_(weightParameter, -bound, bound);
            if (biasParameter is not null) nn.init.uniform_(biasParameter, -bound, bound);
        }

        /// <summary>How many features the first input has.</summary>
        public long in1_features { get; }

        /// <summary>How many features the second input has.</summary>
        public long in2_features { get; }

        /// <summary>How many features go out.</summary>
        public long out_features { get; }

        /// <summary>W, of shape (out_features, in1_features, in2_features).</summary>
        public Parameter weight
        {
            get => weightParameter;
            set => register_parameter("weight", weightParameter = value);
        }

        /// <summary>b, of shape (out_features); null without.</summary>
        public Parameter? bias
        {
            get => biasParameter;
            set => register_parameter("bias", biasParameter = value);
        }

        /// <summary>x₁ᵀ·W·x₂ + b: (…, in1_features) and (…, in2_features) give (…, out_features).</summary>
        public override Tensor forward(Tensor input1, Tensor input2) =>
            nn.functional.bilinear(input1, input2, weightParameter, biasParameter);

        /// <inheritdoc/>
        public override string extra_repr() =>
            $"in1_features={in1_features}, in2_features={in2_features}, out_features={out_features}, bias={biasParameter is not null}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x₁ᵀ·W·x₂ + b: (…, in1_features) and (…, in2_features) give (…, out_features).</summary>
            public static Bilinear Bilinear(long in1_features, long in2_features, long out_features, bool hasBias = true,
                Device? device = null, ScalarType? dtype = null) => new(in1_features, in2_features, out_features, hasBias, dtype);
        }
    }
}
