using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Convolution of signals: (N, C, L) or (C, L).</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(long inChannels, long outChannels, ConvolutionSettings settings, bool bias, ScalarType? dtype)
        : base(nameof(Conv1d), inChannels, outChannels, settings, transposed: false, bias, dtype)
    {
    }

    /// <summary>The convolved input.</summary>
    /// <exception cref="ArgumentException">The channels are not in_channels, or the kernel is larger than the padded input.</exception>
    public override Tensor forward(Tensor input) => Convolve(input);
}
