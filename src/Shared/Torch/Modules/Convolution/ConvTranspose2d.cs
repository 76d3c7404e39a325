namespace Qiansi.Modules
{
    /// <summary>Transposed convolution of images: (N, C, H, W) or (C, H, W); makes them larger.</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(long inChannels, long outChannels, ConvolutionSettings settings, bool bias, ScalarType? dtype)
            : base(nameof(ConvTranspose2d), inChannels, outChannels, settings, bias, dtype)
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
            /// <summary>A layer that convolves images backwards, which makes them larger.</summary>
            /// <param name="output_padding">Added at one side of the output.</param>
            public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, long kernel_size, long stride = 1,
                long padding = 0, long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels,
                    ConvolutionSettings.Square(kernel_size, stride, padding, dilation, padding_mode, groups, more: output_padding),
                    bias, dtype);

            /// <summary>A layer that convolves images backwards by kernels that are not square.</summary>
            public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, (long, long) kernel_size,
                (long, long)? stride = null, (long, long)? padding = null, (long, long)? output_padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels,
                    ConvolutionSettings.Rectangle(kernel_size, stride, padding, dilation, padding_mode, groups, more: output_padding),
                    bias, dtype);
        }
    }
}
