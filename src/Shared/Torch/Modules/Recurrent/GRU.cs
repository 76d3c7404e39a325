namespace Qiansi.Modules
{
    /// <summary>
    /// Gated recurrent units (Cho et al. 2014): sequences (L, N, in) give states (L, N, hidden), and each layer's last state (layers ·
    /// directions, N, hidden).
    /// </summary>
    public sealed class GRU : RecurrentNetwork
    {
        internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
            ScalarType? dtype)
            : base(nameof(GRU), RecurrentCells.Gru, 3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype)
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
