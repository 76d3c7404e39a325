using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class RecurrentCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = Of("RNN",
        (layers, bias, first, dropout, both) => Of(RNN(4, 3, layers, bias: bias, batchFirst: first, dropout: dropout, bidirectional: both)))
        .Concat(Of("GRU", (layers, bias, first, dropout, both) => Of(GRU(4, 3, layers, bias, first, dropout, both))))
        .Concat(Of("LSTM", (layers, bias, first, dropout, both) => Of(LSTM(4, 3, layers, bias, first, dropout, both))))
        .Concat(
        [
            ("RNN relu", () => Of(RNN(4, 3, nonLinearity: NonLinearities.ReLU))),
            ("RNN state", () => Of(RNN(4, 3))),
            ("GRU state", () => Of(GRU(4, 3))),
            ("LSTM state", () => Of(LSTM(4, 3))),
            ("RNNCell", () => LayerCase.Layer(RNNCell(4, 3))),
            ("GRUCell", () => LayerCase.Layer(GRUCell(4, 3))),
            ("LSTMCell", () => Of(LSTMCell(4, 3))),
        ]).ToDictionary(entry => entry.Item1, entry => entry.Item2);

    private static IEnumerable<(string, Func<LayerCase>)> Of(string kind, Func<long, bool, bool, double, bool, LayerCase> build) =>
    [
        (kind, () => build(1, true, false, 0, false)),
        ($"{kind} 2 layers", () => build(2, true, false, 0, false)),
        ($"{kind} bidirectional", () => build(1, true, false, 0, true)),
        ($"{kind} 2 layers bidirectional batch_first dropout", () => build(2, true, true, 0.5, true)),
        ($"{kind} no bias", () => build(1, false, false, 0, false)),
        ($"{kind} unbatched", () => build(1, true, false, 0, false)),
    ];

    private static LayerCase Of(Module<Tensor, Tensor, (Tensor, Tensor)> module) => new(module, x =>
    {
        var (output, last) = module.call(x[0], x.Length > 1 ? x[1] : null!);
        return [output, last];
    });

    private static LayerCase Of(LSTM module) => new(module, x =>
    {
        var (output, state, cell) = module.call(x[0], x.Length > 1 ? (x[1], x[2]) : null);
        return [output, state, cell];
    });

    private static LayerCase Of(LSTMCell module) => new(module, x =>
    {
        var (state, cell) = module.call(x[0], (x[1], x[2]));
        return [state, cell];
    });
}
