using Qiansi.Modules;

namespace Qiansi;

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
        public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, dtype);

        /// <summary>Long short-term memory.</summary>
        /// <param name="batchFirst">Whether inputs are (N, L, in) instead of (L, N, in).</param>
        /// <param name="dropout">Applied between layers while training.</param>
        /// <param name="bidirectional">Whether sequences are also read from the end.</param>
        public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype);

        /// <summary>Gated recurrent units.</summary>
        /// <param name="batchFirst">Whether inputs are (N, L, in) instead of (L, N, in).</param>
        /// <param name="dropout">Applied between layers while training.</param>
        /// <param name="bidirectional">Whether sequences are also read from the end.</param>
        public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype);

        /// <summary>One step of a simple recurrent network.</summary>
        public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, nonLinearity, bias, dtype);

        /// <summary>One step of long short-term memory.</summary>
        public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, bias, dtype);

        /// <summary>One step of gated recurrent units.</summary>
        public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, bias, dtype);
    }
}
