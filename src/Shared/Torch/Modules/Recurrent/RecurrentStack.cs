namespace Qiansi.Modules;

/// <summary>What RNN, LSTM and GRU share: the weights of each layer and direction, and the walk through them.</summary>
internal sealed class RecurrentStack
{
    private readonly nn.Module owner;
    private readonly string kind;
    private readonly int gates;
    private readonly long inputs, hidden, layers;
    private readonly bool bias, batchFirst, bidirectional;
    private readonly double dropout;

    /// <param name="owner">The module the parameters belong to.</param>
    /// <param name="gates">How many matrices stand one above the other in a weight.</param>
    public RecurrentStack(nn.Module owner, string kind, int gates, long inputs, long hidden, long layers, bool bias, bool batchFirst,
        double dropout, bool bidirectional, ScalarType? dtype)
    {
        if (inputs < 1 || hidden < 1 || layers < 1)
            throw new ArgumentException($"{kind}: inputSize {inputs}, hiddenSize {hidden} and numLayers {layers} must be at least 1");
        if (dropout is < 0 or > 1 or double.NaN)
            throw new ArgumentException($"{kind}: dropout is {dropout}; it must be a probability between 0 and 1");
        (this.owner, this.kind, this.gates, this.inputs, this.hidden, this.layers) = (owner, kind, gates, inputs, hidden, layers);
        (this.bias, this.batchFirst, this.dropout, this.bidirectional) = (bias, batchFirst, dropout, bidirectional);
        var bound = 1 / Math.Sqrt(hidden);
        for (var layer = 0; layer < layers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                var from = layer == 0 ? inputs : hidden * Directions;
                Register("weight_ih", layer, direction, [gates * hidden, from]);
                Register("weight_hh", layer, direction, [gates * hidden, hidden]);
                if (!bias) continue;
                Register("bias_ih", layer, direction, [gates * hidden]);
                Register("bias_hh", layer, direction, [gates * hidden]);
            }
        }

        void Register(string name, int layer, int direction, long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype));
            nn.init.uniform_(parameter, -bound, bound);
            owner.register_parameter(Name(name, layer, direction), parameter);
        }
    }

    private int Directions => bidirectional ? 2 : 1;

    /// <summary>weight_ih_l0, weight_ih_l0_reverse.</summary>
    public static string Name(string name, long layer, int direction) => $"{name}_l{layer}{(direction == 1 ? "_reverse" : "")}";

    /// <summary>One step of a cell: what the input's and the state's products make of the states.</summary>
    public delegate Tensor[] Cell(Tensor fromInput, Tensor fromState, Tensor[] states);

    /// <summary>Runs sequences through all layers.</summary>
    /// <param name="input">(L, N, in), (N, L, in) when the batch comes first, or (L, in).</param>
    /// <param name="initial">States of (layers · directions, N, hidden), or (layers · directions, hidden); null for zeros.</param>
    /// <param name="states">How many tensors a state is.</param>
    /// <returns>The last layer's states at each place, and every layer's last states.</returns>
    public (Tensor Output, Tensor[] Last) Run(Tensor input, Tensor[]? initial, int states, Cell cell)
    {
        if (input.sizes.Length is not (2 or 3) || input.sizes[^1] != inputs)
            throw new ArgumentException(
                $"{kind}: the input has shape {Shape.Text(input.sizes)}; ({(batchFirst ? "N, L" : "L, N")}, {inputs}) or (L, {inputs}) "
                    + "is needed");
        var single = input.sizes.Length == 2;
        var x = single ? input.unsqueeze(1) : batchFirst ? input.transpose(0, 1) : input;
        var (length, batch) = (x.sizes[0], x.sizes[1]);
        if (length == 0) throw new ArgumentException($"{kind}: the sequence is empty (input shape {Shape.Text(input.sizes)})");
        var first = Initial(initial, states, batch, single, x.type);
        var last = new List<Tensor>[states];
        for (var s = 0; s < states; s++) last[s] = [];
        for (var layer = 0; layer < layers; layer++)
        {
            var outputs = new Tensor[Directions];
            for (var direction = 0; direction < Directions; direction++)
            {
                var place = (layer * Directions) + direction;
                var (y, final) = OneWay(x, layer, direction, [.. first.Select(f => f.select(0, place))], cell);
                outputs[direction] = y;
                for (var s = 0; s < states; s++) last[s].Add(final[s]);
            }
            x = Directions == 1 ? outputs[0] : cat(outputs, -1);
            if (layer < layers - 1) x = nn.functional.dropout(x, dropout, owner.training);
        }
        var result = single ? x.squeeze(1) : batchFirst ? x.transpose(0, 1) : x;
        return (result, [.. last.Select(l => single ? stack(l).squeeze(1) : stack(l))]);
    }

    private (Tensor Output, Tensor[] Last) OneWay(Tensor x, int layer, int direction, Tensor[] state, Cell cell)
    {
        var (wi, wh) = (Weight("weight_ih")!, Weight("weight_hh")!);
        var (bi, bh) = (bias ? Weight("bias_ih") : null, bias ? Weight("bias_hh") : null);
        // The input's products of all places at once; those of the state one place after the other.
        var fromInput = nn.functional.linear(x, wi, bi).unbind(0);
        var outputs = new Tensor[fromInput.Length];
        for (var step = 0; step < outputs.Length; step++)
        {
            var t = direction == 0 ? step : outputs.Length - 1 - step;
            state = cell(fromInput[t], nn.functional.linear(state[0], wh, bh), state);
            outputs[t] = state[0];
        }
        return (stack(outputs), state);

        Parameter? Weight(string name) => owner.get_parameter(Name(name, layer, direction));
    }

    private Tensor[] Initial(Tensor[]? given, int states, long batch, bool single, ScalarType type)
    {
        long[] shape = [layers * Directions, batch, hidden];
        if (given == null) return [.. Enumerable.Range(0, states).Select(_ => zeros(shape, type))];
        var expected = single ? [shape[0], hidden] : shape;
        foreach (var state in given)
        {
            if (!Shape.Same(state.sizes, expected))
                throw new ArgumentException(
                    $"{kind}: the first state has shape {Shape.Text(state.sizes)}; {Shape.Text(expected)} (layers · "
                        + $"directions{(single ? "" : ", batch")}, hidden) is needed");
        }
        return single ? [.. given.Select(state => state.unsqueeze(1))] : given;
    }

    public string Text()
    {
        var text = $"{inputs}, {hidden}";
        if (layers != 1) text += $", num_layers={layers}";
        if (!bias) text += ", bias=False";
        if (batchFirst) text += ", batch_first=True";
        if (dropout != 0) text += $", dropout={Modules.Text.Value(dropout)}";
        return bidirectional ? text + ", bidirectional=True" : text;
    }
}
