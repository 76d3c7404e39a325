namespace Qiansi.Modules
{
    /// <summary>
    /// Long short-term memory (Hochreiter and Schmidhuber 1997): sequences (L, N, in) give states (L, N, hidden), and each layer's last
    /// state and cell (layers · directions, N, hidden).
    /// </summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentStack stack;

        internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
            ScalarType? dtype) : base(nameof(LSTM)) =>
            stack = new RecurrentStack(this, nameof(LSTM), 4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout,
                bidirectional, dtype);

        /// <summary>Runs sequences through the network.</summary>
        /// <param name="input">(L, N, in), (N, L, in) when the batch comes first, or (L, in).</param>
        /// <param name="h0_c0">The first states and cells, (layers · directions, N, hidden); null for zeros.</param>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            var (output, last) = stack.Run(input, h0_c0 is { } first ? [first.Item1, first.Item2] : null, 2, RecurrentCells.Lstm);
            return (output, last[0], last[1]);
        }

        /// <summary>Calls hooks, the calculation, and hooks; the first states and cells are zeros.</summary>
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        /// <summary>Nothing: the weights lie as they are needed.</summary>
        public void flatten_parameters()
        {
        }

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
            /// <summary>Long short-term memory.</summary>
            /// <param name="batchFirst">Whether inputs are (N, L, in) instead of (L, N, in).</param>
            /// <param name="dropout">Applied between layers while training.</param>
            /// <param name="bidirectional">Whether sequences are also read from the end.</param>
            public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                    new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype);
        }
    }
}
