namespace Qiansi.Modules
{
    /// <summary>
    /// Gated recurrent units (Cho et al. 2014): sequences (L, N, in) give states (L, N, hidden), and each layer's last state (layers ·
    /// directions, N, hidden).
    /// </summary>
    public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
    {
        private readonly RecurrentStack stack;

        internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
            ScalarType? dtype) : base(nameof(GRU))
        {
            stack = new RecurrentStack(this, nameof(GRU), 3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout,
                bidirectional, dtype);
        }

        /// <summary>Runs sequences through the network.</summary>
        /// <param name="input">(L, N, in), (N, L, in) when the batch comes first, or (L, in).</param>
        /// <param name="h0">The first states, (layers · directions, N, hidden); null for zeros.</param>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            var (output, last) = stack.Run(input, h0 is null ? null : [h0], 1, RecurrentCells.Gru);
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
            /// <summary>Gated recurrent units.</summary>
            /// <param name="batchFirst">Whether inputs are (N, L, in) instead of (L, N, in).</param>
            /// <param name="dropout">Applied between layers while training.</param>
            /// <param name="bidirectional">Whether sequences are also read from the end.</param>
            public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                    new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype);
        }
    }
}
