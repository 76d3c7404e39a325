using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Transposed convolution of images: (N, C, H, W) or (C, H, W); makes them larger.</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(long inChannels, long outChannels, ConvolutionSettings settings, bool bias, ScalarType? dtype)
        : base(nameof(ConvTranspose2d), inChannels, outChannels, settings, bias, dtype)
    {
    }
}
