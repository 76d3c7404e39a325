namespace Qiansi.Modules
{
    /// <summary>x·Wᵀ + b along the last dimension: (…, in_features) gives (…, out_features).</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        private Parameter weightParameter;
        private Parameter? biasParameter;

        internal Linear(long inputSize, long outputSize, bool hasBias, ScalarType? dtype) : base(nameof(Linear))
        {
            if (inputSize < 0 || outputSize < 0)
                throw new ArgumentException($"Linear: {inputSize} features in and {outputSize} out; sizes cannot be negative");
            (in_features, out_features) = (inputSize, outputSize);
            weightParameter = new Parameter(empty([outputSize, inputSize], dtype));
            biasParameter = hasBias ? new Parameter(empty([outputSize], dtype)) : null;
            register_parameter("weight", weightParameter);
            register_parameter("bias", biasParameter);
            reset_parameters();
        }

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            if (weight.ndim != 2)
                throw new ArgumentException($"Linear: the weight must be a matrix (out, in), it has {weight.ndim} dimensions");
            (out_features, in_features) = (weight.size(0), weight.size(1));
            (weightParameter, biasParameter) = (weight, bias);
            register_parameter("weight", weight);
            register_parameter("bias", bias);
        }

        /// <summary>How many features come in.</summary>
        public long in_features { get; }

        /// <summary>How many features go out.</summary>
        public long out_features { get; }

        /// <summary>W, of shape (out_features, in_features). Set it to share one matrix between layers.</summary>
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

        /// <summary>Draws new values: uniform within ±1/√in_features, the weight first.</summary>
        public void reset_parameters()
        {
            nn.init.kaiming_uniform_(weightParameter, Math.Sqrt(5));
            if (biasParameter is not null && in_features > 0)
                nn.init.uniform_(biasParameter, -1 / Math.Sqrt(in_features), 1 / Math.Sqrt(in_features));
        }

        /// <summary>x·Wᵀ + b.</summary>
        /// <exception cref="ArgumentException">The last size is not in_features.</exception>
        public override Tensor forward(Tensor tensor)
        {
            if (tensor.sizes.Length == 0 || tensor.sizes[^1] != in_features)
                throw new ArgumentException(nn.functional.LinearMisfit("Linear", tensor, in_features, "layer expects"));
            return nn.functional.linear(tensor, weightParameter, biasParameter);
        }

        /// <inheritdoc/>
        public override string extra_repr() => $"in_features={in_features}, out_features={out_features}, bias={biasParameter is not null}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x·Wᵀ + b.</summary>
            /// <param name="inputSize">How many features come in: the last size of the input.</param>
            /// <param name="outputSize">How many features go out.</param>
            /// <param name="hasBias">Whether there is a b.</param>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null,
                ScalarType? dtype = null) => new(inputSize, outputSize, hasBias, dtype);

            /// <summary>A layer x·Wᵀ + b with these parameters.</summary>
            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);
        }
    }
}
