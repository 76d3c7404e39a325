namespace Qiansi.Modules;

/// <summary>The weights of a recurrent cell that stands by itself.</summary>
internal sealed class CellWeights
{
    private readonly string kind;

    public CellWeights(nn.Module owner, string kind, int gates, long inputs, long hidden, bool bias, ScalarType? dtype)
    {
        if (inputs < 1 || hidden < 1) throw new ArgumentException($"{kind}: inputSize {inputs} and hiddenSize {hidden} must be at least 1");
        (this.kind, Inputs, Hidden) = (kind, inputs, hidden);
        InputWeight = new Parameter(empty([gates * hidden, inputs], dtype));
        StateWeight = new Parameter(empty([gates * hidden, hidden], dtype));
        InputBias = bias ? new Parameter(empty([gates * hidden], dtype)) : null;
        StateBias = bias ? new Parameter(empty([gates * hidden], dtype)) : null;
        owner.register_parameter("weight_ih", InputWeight);
        owner.register_parameter("weight_hh", StateWeight);
        owner.register_parameter("bias_ih", InputBias);
        owner.register_parameter("bias_hh", StateBias);
        foreach (var parameter in owner.parameters()) nn.init.uniform_(parameter, -1 / Math.Sqrt(hidden), 1 / Math.Sqrt(hidden));
    }

    public long Inputs { get; }

    public long Hidden { get; }

    public Parameter InputWeight { get; set; }

    public Parameter StateWeight { get; set; }

    public Parameter? InputBias { get; set; }

    public Parameter? StateBias { get; set; }

    public Tensor[] Step(Tensor input, Tensor[]? states, int count, RecurrentStack.Cell cell)
    {
        if (input.sizes.Length is not (1 or 2) || input.sizes[^1] != Inputs)
            throw new ArgumentException($"{kind}: the input has shape {Shape.Text(input.sizes)}; (N, {Inputs}) or ({Inputs}) is needed");
        long[] shape = [.. input.sizes[..^1], Hidden];
        states ??= [.. Enumerable.Range(0, count).Select(_ => zeros(shape, input.dtype))];
        foreach (var state in states)
        {
            if (!Shape.Same(state.sizes, shape))
                throw new ArgumentException($"{kind}: the state has shape {Shape.Text(state.sizes)}; {Shape.Text(shape)} is needed");
        }
        return cell(nn.functional.linear(input, InputWeight, InputBias), nn.functional.linear(states[0], StateWeight, StateBias), states);
    }
}
