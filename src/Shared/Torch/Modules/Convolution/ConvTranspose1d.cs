using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Transposed convolution of signals: (N, C, L) or (C, L); makes them longer.</summary>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(long inChannels, long outChannels, ConvolutionSettings settings, bool bias, ScalarType? dtype)
        : base(nameof(ConvTranspose1d), inChannels, outChannels, settings, bias, dtype)
    {
    }
}
