using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>One step of gated recurrent units: an input (N, in) and a state (N, hidden) give the next state.</summary>
public sealed class GRUCell : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly CellWeights weights;

    internal GRUCell(long inputSize, long hiddenSize, bool bias, ScalarType? dtype) : base(nameof(GRUCell))
    {
        weights = new CellWeights(this, nameof(GRUCell), 3, inputSize, hiddenSize, bias, dtype);
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
    public override Tensor forward(Tensor input, Tensor? h0 = null) => weights.Step(input, h0 is null ? null : [h0], 1, RecurrentCells.Gru)[0];

    /// <inheritdoc/>
    public override string extra_repr() => $"{weights.Inputs}, {weights.Hidden}";
}
