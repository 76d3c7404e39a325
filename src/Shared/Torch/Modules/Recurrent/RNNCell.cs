using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>One step of a simple recurrent network: an input (N, in) and a state (N, hidden) give the next state.</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly CellWeights weights;
    private readonly bool relu;

    internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, ScalarType? dtype) : base(nameof(RNNCell))
    {
        relu = nonLinearity == nn.NonLinearities.ReLU;
        weights = new CellWeights(this, nameof(RNNCell), 1, inputSize, hiddenSize, bias, dtype);
    }

    /// <summary>The input's weights.</summary>
    public Parameter weight_ih
    {
        get => weights.InputWeight;
        set => register_parameter("weight_ih", weights.InputWeight = value);
    }

    /// <summary>The state's weights.</summary>
    public Parameter weight_hh
    {
        get => weights.StateWeight;
        set => register_parameter("weight_hh", weights.StateWeight = value);
    }

    /// <summary>The input's shifts; null without.</summary>
    public Parameter? bias_ih
    {
        get => weights.InputBias;
        set => register_parameter("bias_ih", weights.InputBias = value);
    }

    /// <summary>The state's shifts; null without.</summary>
    public Parameter? bias_hh
    {
        get => weights.StateBias;
        set => register_parameter("bias_hh", weights.StateBias = value);
    }

    /// <summary>The next state.</summary>
    /// <param name="h0">The state; null for zeros.</param>
    public override Tensor forward(Tensor input, Tensor? h0 = null) => weights.Step(input, h0 is null ? null : [h0], 1, relu ? RecurrentCells.Relu : RecurrentCells.Tanh)[0];

    /// <inheritdoc/>
    public override string extra_repr() => $"{weights.Inputs}, {weights.Hidden}";
}
