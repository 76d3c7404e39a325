namespace Qiansi.Modules;

/// <summary>One step of a recurrent network, from an input (N, in) and a state; its weights.</summary>
/// <typeparam name="TState">The state that goes in.</typeparam>
/// <typeparam name="TResult">The state that comes out.</typeparam>
public abstract class RecurrentCell<TState, TResult> : nn.Module<Tensor, TState, TResult>
{
    private protected readonly CellWeights weights;

    private protected RecurrentCell(string kind, int gates, long inputSize, long hiddenSize, bool bias, ScalarType? dtype) : base(kind) =>
        weights = new CellWeights(this, kind, gates, inputSize, hiddenSize, bias, dtype);

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

    /// <inheritdoc/>
    public override string extra_repr() => $"{weights.Inputs}, {weights.Hidden}";
}
