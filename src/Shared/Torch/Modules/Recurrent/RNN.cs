namespace Qiansi.Modules
{
    /// <summary>
    /// Simple recurrent network (Elman 1990): sequences (L, N, in) give states (L, N, hidden), and each layer's last state (layers ·
    /// directions, N, hidden).
    /// </summary>
    public sealed class RNN : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
    {
        private readonly RecurrentStack stack;
        private readonly bool relu;

        internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst,
            double dropout, bool bidirectional, ScalarType? dtype) : base(nameof(RNN))
        {
            relu = nonLinearity == nn.NonLinearities.ReLU;
            stack = new RecurrentStack(this, nameof(RNN), 1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout,
                bidirectional, dtype);
        }

        /// <summary>Runs sequences through the network.</summary>
        /// <param name="input">(L, N, in), (N, L, in) when the batch comes first, or (L, in).</param>
        /// <param name="h0">The first states, (layers · directions, N, hidden); null for zeros.</param>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            var (output, last) = stack.Run(input, h0 is null ? null : [h0], 1, relu ? RecurrentCells.Relu : RecurrentCells.Tanh);
            return (output, last[0]);
        }

        /// <summary>Calls hooks, the calculation, and hooks; the first states are zeros.</summary>
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

        /// <summary>Nothing: the weights lie as they are needed.</summary>
        public void flatten_parameters()
        {
        }

        /// <summary>The input's weights of a layer.</summary>
        public Parameter? get_weight_ih(long idx) => get_parameter(RecurrentStack.Name("weight_ih", idx, 0));

        /// <summary>The state's weights of a layer.</summary>
        public Parameter? get_weight_hh(long idx) => get_parameter(RecurrentStack.Name("weight_hh", idx, 0));

        /// <summary>The input's shifts of a layer; null without.</summary>
        public Parameter? get_bias_ih(long idx) => get_parameter(RecurrentStack.Name("bias_ih", idx, 0));

        /// <summary>The state's shifts of a layer; null without.</summary>
        public Parameter? get_bias_hh(long idx) => get_parameter(RecurrentStack.Name("bias_hh", idx, 0));

        /// <inheritdoc/>
        public override string extra_repr() => stack.Text();
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A simple recurrent network.</summary>
            /// <param name="inputSize">Features of an input.</param>
            /// <param name="hiddenSize">Features of a state.</param>
            /// <param name="numLayers">Layers, each given the states of the one before.</param>
            /// <param name="batchFirst">Whether inputs are (N, L, in) instead of (L, N, in).</param>
            /// <param name="dropout">Applied between layers while training.</param>
            /// <param name="bidirectional">Whether sequences are also read from the end.</param>
            public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh,
                bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null,
                ScalarType? dtype = null) =>
                    new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, dtype);
        }
    }
}
