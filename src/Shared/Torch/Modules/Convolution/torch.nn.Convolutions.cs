using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A layer that convolves signals (N, C, L).</summary>
        /// <param name="padding">Put around on each side.</param>
        /// <param name="groups">How many parts the channels fall into, each convolved by itself.</param>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Line(kernel_size, stride, padding, dilation, padding_mode, groups), bias, dtype);

        /// <summary>A layer that convolves signals (N, C, L), padded as named.</summary>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Line(kernel_size, stride, 0, dilation, padding_mode, groups, padding), bias, dtype);

        /// <summary>A layer that convolves images (N, C, H, W).</summary>
        /// <param name="padding">Put around on each side.</param>
        /// <param name="groups">How many parts the channels fall into, each convolved by itself.</param>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Square(kernel_size, stride, padding, dilation, padding_mode, groups), bias, dtype);

        /// <summary>A layer that convolves images (N, C, H, W), padded as named.</summary>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Square(kernel_size, stride, 0, dilation, padding_mode, groups, padding), bias, dtype);

        /// <summary>A layer that convolves images (N, C, H, W) by kernels that are not square.</summary>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Rectangle(kernel_size, stride, padding, dilation, padding_mode, groups), bias, dtype);

        /// <summary>A layer that convolves images by kernels that are not square, padded as named.</summary>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Rectangle(kernel_size, stride, null, dilation, padding_mode, groups, padding), bias, dtype);

        /// <summary>A layer that convolves signals backwards, which makes them larger.</summary>
        /// <param name="output_padding">Added at one side of the output.</param>
        public static ConvTranspose1d ConvTranspose1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Line(kernel_size, stride, padding, dilation, padding_mode, groups, more: output_padding), bias, dtype);

        /// <summary>A layer that convolves images backwards, which makes them larger.</summary>
        /// <param name="output_padding">Added at one side of the output.</param>
        public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Square(kernel_size, stride, padding, dilation, padding_mode, groups, more: output_padding), bias, dtype);

        /// <summary>A layer that convolves images backwards by kernels that are not square.</summary>
        public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in_channels, out_channels, ConvolutionSettings.Rectangle(kernel_size, stride, padding, dilation, padding_mode, groups, more: output_padding), bias, dtype);
    }
}
