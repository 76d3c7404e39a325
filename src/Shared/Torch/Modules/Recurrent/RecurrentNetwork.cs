namespace Qiansi.Modules;

/// <summary>A recurrent network whose layers keep one state: <see cref="RNN"/> and <see cref="GRU"/>.</summary>
public abstract class RecurrentNetwork : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly RecurrentStack stack;
    private readonly RecurrentStack.Cell cell;

    private protected RecurrentNetwork(string name, RecurrentStack.Cell cell, int gates, long inputSize, long hiddenSize, long numLayers,
        bool bias, bool batchFirst, double dropout, bool bidirectional, ScalarType? dtype) : base(name)
    {
        this.cell = cell;
        stack = new RecurrentStack(this, name, gates, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype);
    }

    /// <summary>Runs sequences through the network.</summary>
    /// <param name="input">(L, N, in), (N, L, in) when the batch comes first, or (L, in).</param>
    /// <param name="h0">The first states, (layers · directions, N, hidden); null for zeros.</param>
    /// <returns>The last layer's state at each step, (L, N, directions · hidden), and each layer's last one.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
    {
        var (output, last) = stack.Run(input, h0 is null ? null : [h0], 1, cell);
        return (output, last[0]);
    }

    /// <summary>Calls hooks, the calculation, and hooks; the first states are zeros.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

    /// <summary>Nothing: the weights lie as they are needed.</summary>
    public void flatten_parameters()
    {
    }

    /// <summary>The input's weights of a layer.</summary>
    public Parameter? get_weight_ih(long idx) => get_parameter(RecurrentStack.Name("weight_ih", idx, 0));

    /// <summary>The state's weights of a layer.</summary>
    public Parameter? get_weight_hh(long idx) => get_parameter(RecurrentStack.Name("weight_hh", idx, 0));

    /// <summary>The input's shifts of a layer; null without.</summary>
    public Parameter? get_bias_ih(long idx) => get_parameter(RecurrentStack.Name("bias_ih", idx, 0));

    /// <summary>The state's shifts of a layer; null without.</summary>
    public Parameter? get_bias_hh(long idx) => get_parameter(RecurrentStack.Name("bias_hh", idx, 0));

    /// <inheritdoc/>
    public override string extra_repr() => stack.Text();
}
