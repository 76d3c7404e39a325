using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class NormalizationCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = new()
    {
        ["BatchNorm2d"] = () => LayerCase.Layer(BatchNorm2d(4)),
        ["BatchNorm2d eval"] = () => Evaluated(BatchNorm2d(4)),
        ["BatchNorm2d cumulative"] = () => LayerCase.Layer(BatchNorm2d(4, momentum: null)),
        ["BatchNorm2d no affine"] = () => LayerCase.Layer(BatchNorm2d(4, affine: false)),
        ["BatchNorm2d no stats"] = () => Evaluated(BatchNorm2d(4, track_running_stats: false)),
        ["BatchNorm1d"] = () => LayerCase.Layer(BatchNorm1d(5)),
        ["BatchNorm1d sequence"] = () => LayerCase.Layer(BatchNorm1d(4, eps: 1e-3, momentum: 0.3)),
        ["LayerNorm"] = () => LayerCase.Layer(LayerNorm(5)),
        ["LayerNorm 2d"] = () => LayerCase.Layer(LayerNorm([2, 5], eps: 1e-3)),
        ["LayerNorm no affine"] = () => LayerCase.Layer(LayerNorm(5, elementwise_affine: false)),
        ["GroupNorm"] = () => LayerCase.Layer(GroupNorm(2, 4)),
        ["InstanceNorm2d"] = () => LayerCase.Layer(InstanceNorm2d(4)),
        ["InstanceNorm2d affine stats"] = () => LayerCase.Layer(InstanceNorm2d(4, affine: true, track_running_stats: true)),
        ["InstanceNorm1d"] = () => LayerCase.Layer(InstanceNorm1d(4)),
        ["local_response_norm"] = () => LayerCase.Function(x => functional.local_response_norm(x[0], 3)),
    };

    private static LayerCase Evaluated(Module<Tensor, Tensor> layer)
    {
        layer.eval();
        return LayerCase.Layer(layer);
    }
}
