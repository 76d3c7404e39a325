namespace Qiansi.Modules
{
    /// <summary>One step of gated recurrent units: an input (N, in) and a state (N, hidden) give the next state.</summary>
    public sealed class GRUCell : RecurrentCell<Tensor, Tensor>
    {
        internal GRUCell(long inputSize, long hiddenSize, bool bias, ScalarType? dtype)
            : base(nameof(GRUCell), 3, inputSize, hiddenSize, bias, dtype)
        {
        }

        /// <summary>The next state.</summary>
        /// <param name="h0">The state; null for zeros.</param>
        public override Tensor forward(Tensor input, Tensor? h0 = null) =>
            weights.Step(input, h0 is null ? null : [h0], 1, RecurrentCells.Gru)[0];
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of gated recurrent units: an input (N, in) and a state (N, hidden) give the next state.</summary>
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new(inputSize, hiddenSize, bias, dtype);
        }
    }
}
