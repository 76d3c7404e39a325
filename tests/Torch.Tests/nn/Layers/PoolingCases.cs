using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class PoolingCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = new()
    {
        ["max_pool2d"] = () => LayerCase.Layer(MaxPool2d(2)),
        ["max_pool2d 3 2 1"] = () => LayerCase.Layer(MaxPool2d(3, 2, 1)),
        ["max_pool2d dilation"] = () => LayerCase.Layer(MaxPool2d((2, 3), (1, 2), (0, 0), (2, 2))),
        ["max_pool2d ceil"] = () => LayerCase.Layer(MaxPool2d(2, 2, 0, ceil_mode: true)),
        ["max_pool2d ceil padding"] = () => LayerCase.Layer(MaxPool2d(3, 2, 1, ceil_mode: true)),
        ["max_pool2d indices"] = () => new LayerCase(null, x =>
        {
            var (values, indices) = MaxPool2d(3, 2, 1).forward_with_indices(x[0]);
            return [values, indices];
        }),
        ["avg_pool2d"] = () => LayerCase.Layer(AvgPool2d(2)),
        ["avg_pool2d padding"] = () => LayerCase.Layer(AvgPool2d(3, 2, 1)),
        ["avg_pool2d no pad count"] = () => LayerCase.Layer(AvgPool2d(3, 2, 1, count_include_pad: false)),
        ["avg_pool2d ceil"] = () => LayerCase.Layer(AvgPool2d(3, 2, 1, ceil_mode: true)),
        ["avg_pool2d ceil no pad count"] =
            () => LayerCase.Layer(AvgPool2d((3, 2), (2, 2), (1, 1), ceil_mode: true, count_include_pad: false)),
        ["avg_pool2d divisor"] = () => LayerCase.Layer(AvgPool2d(2, divisor_override: 3)),
        ["adaptive_avg_pool2d"] = () => LayerCase.Layer(AdaptiveAvgPool2d((4, 3))),
        ["adaptive_avg_pool2d 1"] = () => LayerCase.Layer(AdaptiveAvgPool2d(1)),
        ["adaptive_avg_pool2d up"] = () => LayerCase.Layer(AdaptiveAvgPool2d((12, 8))),
        ["max_pool1d"] = () => LayerCase.Layer(MaxPool1d(2)),
        ["max_pool1d 3 2 1"] = () => LayerCase.Layer(MaxPool1d(3, 2, 1)),
        ["avg_pool1d"] = () => LayerCase.Layer(AvgPool1d(3, 2, 1)),
        ["adaptive_avg_pool1d"] = () => LayerCase.Layer(AdaptiveAvgPool1d(4)),
    };
}
