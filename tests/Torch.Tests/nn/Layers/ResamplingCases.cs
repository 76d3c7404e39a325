using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class ResamplingCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = new()
    {
        ["nearest"] = () => LayerCase.Layer(Upsample(scale_factor: [2])),
        ["nearest size"] = () => LayerCase.Layer(Upsample(size: [5, 6])),
        ["nearest down"] = () => To([2, 3], InterpolationMode.Nearest),
        ["nearest factor"] = () => LayerCase.Function(x => functional.interpolate(x[0], scale_factor: [1.7, 2.4])),
        ["nearest-exact"] = () => To([5, 7], InterpolationMode.NearestExact),
        ["bilinear"] = () => LayerCase.Layer(Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear)),
        ["bilinear corners"] = () => LayerCase.Layer(Upsample(size: [5, 7], mode: UpsampleMode.Bilinear, align_corners: true)),
        ["bilinear down"] = () => To([2, 3], InterpolationMode.Bilinear),
        ["bilinear factor"] =
            () => LayerCase.Function(x => functional.interpolate(x[0], scale_factor: [1.7], mode: InterpolationMode.Bilinear)),
        ["bicubic"] = () => To([6, 7], InterpolationMode.Bicubic),
        ["area"] = () => To([2, 2], InterpolationMode.Area),
        ["pixel_shuffle"] = () => LayerCase.Layer(PixelShuffle(2)),
        ["pixel_unshuffle"] = () => LayerCase.Function(x => functional.pixel_unshuffle(x[0].narrow(2, 0, 2), 2)),
        ["pad"] = () => LayerCase.Layer(ConstantPad2d((1, 2, 0, 3), 1.5)),
        ["pad negative"] = () => LayerCase.Function(x => functional.pad(x[0], (-1, 2))),
        ["pad reflect"] = () => LayerCase.Layer(ReflectionPad2d((1, 2, 2, 1))),
        ["pad replicate"] = () => LayerCase.Layer(ReplicationPad2d((1, 2, 2, 1))),
        ["pad circular"] = () => LayerCase.Function(x => functional.pad(x[0], (1, 2, 2, 1), PaddingModes.Circular)),
        ["unfold"] = () => LayerCase.Function(x => functional.unfold(x[0], 2, 1, 1, 2)),
        ["fold"] = () => LayerCase.Function(x => functional.fold(functional.unfold(x[0], 2), (3, 4), (2, 2))),
        ["linear"] = () => To([7], InterpolationMode.Linear),
        ["nearest 1d"] = () => To([7], InterpolationMode.Nearest),
    };

    private static LayerCase To(long[] size, InterpolationMode mode) =>
        LayerCase.Function(x => functional.interpolate(x[0], size, mode: mode));
}
