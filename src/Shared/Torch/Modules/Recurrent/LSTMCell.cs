using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>One step of long short-term memory: an input (N, in), a state and a cell (N, hidden) give the next two.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    private readonly CellWeights weights;

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, ScalarType? dtype) : base(nameof(LSTMCell)) =>
        weights = new CellWeights(this, nameof(LSTMCell), 4, inputSize, hiddenSize, bias, dtype);

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

    /// <summary>The next state and cell.</summary>
    /// <param name="h0_c0">The state and the cell; null for zeros.</param>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var next = weights.Step(input, h0_c0 is { } s ? [s.Item1, s.Item2] : null, 2, RecurrentCells.Lstm);
        return (next[0], next[1]);
    }

    /// <summary>Calls hooks, the calculation, and hooks; state and cell are zeros.</summary>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <inheritdoc/>
    public override string extra_repr() => $"{weights.Inputs}, {weights.Hidden}";
}
