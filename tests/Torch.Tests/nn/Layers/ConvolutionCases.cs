using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class ConvolutionCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = new()
    {
        ["Conv2d"] = () => LayerCase.Layer(Conv2d(4, 6, 3)),
        ["Conv2d stride padding"] = () => LayerCase.Layer(Conv2d(4, 6, 3, stride: 2, padding: 1)),
        ["Conv2d rectangle"] = () => LayerCase.Layer(Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 0))),
        ["Conv2d dilation"] = () => LayerCase.Layer(Conv2d(4, 6, 3, dilation: 2, padding: 2)),
        ["Conv2d groups"] = () => LayerCase.Layer(Conv2d(4, 6, 3, groups: 2)),
        ["Conv2d depthwise"] = () => LayerCase.Layer(Conv2d(4, 8, 3, padding: 1, groups: 4)),
        ["Conv2d 1x1"] = () => LayerCase.Layer(Conv2d(4, 6, 1)),
        ["Conv2d no bias"] = () => LayerCase.Layer(Conv2d(4, 6, 3, bias: false)),
        ["Conv2d same"] = () => LayerCase.Layer(Conv2d(4, 6, (3, 4), Padding.Same)),
        ["Conv2d valid"] = () => LayerCase.Layer(Conv2d(4, 6, 3, Padding.Valid)),
        ["Conv2d reflect"] = () => LayerCase.Layer(Conv2d(4, 6, 3, padding: 2, padding_mode: PaddingModes.Reflect)),
        ["Conv2d replicate"] = () => LayerCase.Layer(Conv2d(4, 6, 3, padding: 1, padding_mode: PaddingModes.Replicate)),
        ["Conv2d circular"] = () => LayerCase.Layer(Conv2d(4, 6, 3, padding: 1, padding_mode: PaddingModes.Circular)),
        ["Conv2d unbatched"] = () => LayerCase.Layer(Conv2d(4, 3, 3)),
        ["Conv1d"] = () => LayerCase.Layer(Conv1d(4, 6, 3)),
        ["Conv1d stride padding"] = () => LayerCase.Layer(Conv1d(4, 6, 3, stride: 2, padding: 1)),
        ["Conv1d dilation groups"] = () => LayerCase.Layer(Conv1d(4, 6, 3, dilation: 2, groups: 2)),
        ["Conv1d same"] = () => LayerCase.Layer(Conv1d(4, 6, 3, Padding.Same)),
        ["Conv1d circular"] = () => LayerCase.Layer(Conv1d(4, 6, 3, padding: 2, padding_mode: PaddingModes.Circular)),
        ["ConvTranspose2d"] = () => LayerCase.Layer(ConvTranspose2d(4, 6, 3)),
        ["ConvTranspose2d stride"] = () => LayerCase.Layer(ConvTranspose2d(4, 6, 3, stride: 2, padding: 1, output_padding: 1)),
        ["ConvTranspose2d groups"] = () => LayerCase.Layer(ConvTranspose2d(4, 6, 2, stride: 2, groups: 2)),
        ["ConvTranspose2d dilation"] = () => LayerCase.Layer(ConvTranspose2d(4, 6, 3, padding: 3, dilation: 2)),
        ["ConvTranspose2d no bias"] = () => LayerCase.Layer(ConvTranspose2d(4, 6, (2, 3), bias: false)),
        ["ConvTranspose1d"] = () => LayerCase.Layer(ConvTranspose1d(4, 2, 3, stride: 2, padding: 1, output_padding: 1)),
    };
}
