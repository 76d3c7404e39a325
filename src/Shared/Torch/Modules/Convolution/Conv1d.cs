namespace Qiansi.Modules
{
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
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that convolves signals (N, C, L).</summary>
            /// <param name="padding">Put around on each side.</param>
            /// <param name="groups">How many parts the channels fall into, each convolved by itself.</param>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, ConvolutionSettings.Line(kernel_size, stride, padding, dilation, padding_mode, groups),
                    bias, dtype);

            /// <summary>A layer that convolves signals (N, C, L), padded as named.</summary>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, ConvolutionSettings.Line(kernel_size, stride, 0, dilation, padding_mode, groups, padding),
                    bias, dtype);
        }
    }
}
