using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class LinearCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = new()
    {
        ["Linear"] = () => LayerCase.Layer(Linear(6, 4)),
        ["Linear no bias"] = () => LayerCase.Layer(Linear(6, 4, hasBias: false)),
        ["Linear 3d"] = () => LayerCase.Layer(Linear(6, 4)),
        ["Linear 1d"] = () => LayerCase.Layer(Linear(6, 4)),
        ["Bilinear"] = () => LayerCase.Layer(Bilinear(3, 4, 2)),
        ["Embedding"] = () => LayerCase.Layer(Embedding(7, 3)),
        ["Embedding padding"] = () => LayerCase.Layer(Embedding(7, 3, padding_idx: 2)),
        ["Dropout"] = () => LayerCase.Layer(Dropout(0.4)),
        ["Dropout2d"] = () => LayerCase.Layer(Dropout2d(0.4)),
        ["Dropout eval"] = () =>
        {
            var layer = Dropout(0.4);
            layer.eval();
            return LayerCase.Layer(layer);
        },
        ["MLP"] = () => LayerCase.Layer(Sequential(Linear(6, 8), ReLU(), Linear(8, 3))),
    };
}
