namespace Qiansi.Modules
{
    /// <summary>
    /// Simple recurrent network (Elman 1990): sequences (L, N, in) give states (L, N, hidden), and each layer's last state (layers ·
    /// directions, N, hidden).
    /// </summary>
    public sealed class RNN : RecurrentNetwork
    {
        internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst,
            double dropout, bool bidirectional, ScalarType? dtype)
            : base(nameof(RNN), nonLinearity == nn.NonLinearities.ReLU ? RecurrentCells.Relu : RecurrentCells.Tanh, 1,
                inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype)
        {
        }
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
