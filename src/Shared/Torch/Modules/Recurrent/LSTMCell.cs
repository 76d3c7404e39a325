namespace Qiansi.Modules
{
    /// <summary>One step of long short-term memory: an input (N, in), a state and a cell (N, hidden) give the next two.</summary>
    public sealed class LSTMCell : RecurrentCell<(Tensor, Tensor)?, (Tensor, Tensor)>
    {
        internal LSTMCell(long inputSize, long hiddenSize, bool bias, ScalarType? dtype)
            : base(nameof(LSTMCell), 4, inputSize, hiddenSize, bias, dtype)
        {
        }

        /// <summary>The next state and cell.</summary>
        /// <param name="h0_c0">The state and the cell; null for zeros.</param>
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            var next = weights.Step(input, h0_c0 is { } s ? [s.Item1, s.Item2] : null, 2, RecurrentCells.Lstm);
            return (next[0], next[1]);
        }

        /// <summary>Calls hooks, the calculation, and hooks; state and cell are zeros.</summary>
        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of long short-term memory: an input (N, in), a state and a cell (N, hidden) give the next two.</summary>
            public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new(inputSize, hiddenSize, bias, dtype);
        }
    }
}
