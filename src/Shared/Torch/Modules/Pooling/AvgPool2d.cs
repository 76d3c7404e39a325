namespace Qiansi.Modules
{
    /// <summary>The mean of each window of images: (N, C, H, W) or (C, H, W).</summary>
    public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad,
            long? divisor_override) : base(nameof(AvgPool2d))
        {
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride ?? kernel_size, padding ?? [0]);
            (this.ceil_mode, this.count_include_pad, this.divisor_override) = (ceil_mode, count_include_pad, divisor_override);
        }

        /// <summary>Rows and columns of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>How far windows move between one output and the next.</summary>
        public long[] stride { get; set; }

        /// <summary>How far windows reach over the edge.</summary>
        public long[] padding { get; set; }

        /// <summary>Whether windows that are not whole count at the far edges.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the zeros beyond the edge count.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What sums are divided by instead of their number of elements; null for that.</summary>
        public long? divisor_override { get; set; }

        /// <summary>The pooled input, (…, C, rows, columns) of the size asked for.</summary>
        /// <exception cref="ArgumentException">Windows do not fit.</exception>
        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <inheritdoc/>
        public override string extra_repr() =>
            $"kernel_size={Text.Sizes(kernel_size)}, stride={Text.Sizes(stride)}, padding={Text.Sizes(padding)}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that takes the mean of each square window.</summary>
            /// <param name="count_include_pad">Whether the zeros beyond the edge count.</param>
            public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                    new([kernel_size], One(stride), One(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>A layer that takes the mean of each window.</summary>
            public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    new([kernel_size.Item1, kernel_size.Item2], Two(stride), Two(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>A layer that takes the mean of each window.</summary>
            public static AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                    new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
        }
    }
}
