namespace Qiansi.Modules
{
    /// <summary>One step of a simple recurrent network: an input (N, in) and a state (N, hidden) give the next state.</summary>
    public sealed class RNNCell : RecurrentCell<Tensor, Tensor>
    {
        private readonly bool relu;

        internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, ScalarType? dtype)
            : base(nameof(RNNCell), 1, inputSize, hiddenSize, bias, dtype) =>
            relu = nonLinearity == nn.NonLinearities.ReLU;

        /// <summary>The next state.</summary>
        /// <param name="h0">The state; null for zeros.</param>
        public override Tensor forward(Tensor input, Tensor? h0 = null) =>
            weights.Step(input, h0 is null ? null : [h0], 1, relu ? RecurrentCells.Relu : RecurrentCells.Tanh)[0];
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of a simple recurrent network: an input (N, in) and a state (N, hidden) give the next state.</summary>
            public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh,
                bool bias = true, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, nonLinearity, bias, dtype);
        }
    }
}
