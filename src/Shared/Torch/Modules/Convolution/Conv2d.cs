using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Convolution of images: (N, C, H, W) or (C, H, W).</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(long inChannels, long outChannels, ConvolutionSettings settings, bool bias, ScalarType? dtype)
        : base(nameof(Conv2d), inChannels, outChannels, settings, transposed: false, bias, dtype)
    {
    }

    /// <summary>The convolved input.</summary>
    /// <exception cref="ArgumentException">The channels are not in_channels, or the kernel is larger than the padded input.</exception>
    public override Tensor forward(Tensor input) => Convolve(input);
}
