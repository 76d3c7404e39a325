namespace Qiansi.Modules
{
    /// <summary>Transposed convolution of signals: (N, C, L) or (C, L); makes them longer.</summary>
    public sealed class ConvTranspose1d : ConvolutionTranspose
    {
        internal ConvTranspose1d(long inChannels, long outChannels, ConvolutionSettings settings, bool bias, ScalarType? dtype)
            : base(nameof(ConvTranspose1d), inChannels, outChannels, settings, bias, dtype)
        {
        }
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that convolves signals backwards, which makes them larger.</summary>
            /// <param name="output_padding">Added at one side of the output.</param>
            public static ConvTranspose1d ConvTranspose1d(long in_channels, long out_channels, long kernel_size, long stride = 1,
                long padding = 0, long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels,
                    ConvolutionSettings.Line(kernel_size, stride, padding, dilation, padding_mode, groups, more: output_padding),
                    bias, dtype);
        }
    }
}
