using Qiansi.Modules;

namespace Qiansi.Tensors.Layers;

/// <summary>
/// How many multiplications (each with an addition) a call of a layer takes: those of weights and of attention; activations, norms and
/// biases are not counted.
/// </summary>
internal static class MultiplyAdds
{
    /// <summary>The multiplications of one call.</summary>
    public static long Of(nn.Module module, LayerCall call)
    {
        var output = call.Outputs.Count > 0 ? Count(call.Outputs[0]) : 0;
        var input = call.Inputs.Count > 0 ? Count(call.Inputs[0]) : 0;
        return module switch
        {
            Convolution { transposed: true } c => input * c.out_channels / c.groups * Count(c.kernel_size),
            Convolution c => output * c.in_channels / c.groups * Count(c.kernel_size),
            Linear l => output * l.in_features,
            Bilinear => output * Weights(module) / Math.Max(1, call.Outputs[0][^1]),
            RNN or LSTM or GRU => Steps(call) * Weights(module),
            RNNCell or LSTMCell or GRUCell =>
                (call.Inputs.Count > 0 && call.Inputs[0].Length == 2 ? call.Inputs[0][0] : 1) * Weights(module),
            MultiheadAttention m => Attention(m, call),
            _ => 0,
        };
    }

    /// <summary>Each weight of a recurrent layer is used once at each place of each sequence.</summary>
    private static long Steps(LayerCall call) => call.Inputs.Count == 0 ? 0 : Count(call.Inputs[0]) / call.Inputs[0][^1];

    /// <summary>
    /// Projections of queries, keys and values, then scores and sums; the projection of the output is a layer of its own.
    /// </summary>
    private static long Attention(MultiheadAttention module, LayerCall call)
    {
        if (call.Inputs.Count < 3) return 0;
        var (queries, keys) = (call.Inputs[0], call.Inputs[1]);
        var width = queries[^1];
        var (many, seen) = (Count(queries) / width, Count(keys) / keys[^1]);
        var batch = queries.Length < 3 ? 1 : queries[module.IsBatchFirst ? 0 : 1];
        var weights = module.named_parameters(recurse: false).Where(p => p.parameter.ndim == 2).Select(p => p.parameter.numel()).ToList();
        var projections = weights.Count == 1
            ? weights[0] / 3 * (many + (2 * seen)) : (weights[0] * many) + ((weights[1] + weights[2]) * seen);
        return projections + (2 * many * (seen / batch) * width);
    }

    private static long Weights(nn.Module module) =>
        module.named_parameters(recurse: false).Where(p => p.parameter.ndim >= 2).Sum(p => p.parameter.numel());

    /// <summary>The elements of a shape.</summary>
    public static long Count(long[] shape) => shape.Aggregate(1L, (a, b) => a * b);
}
