namespace Qiansi.Modules
{
    /// <summary>The mean of each window of signals: (N, C, L) or (C, L).</summary>
    public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool1d(long kernel_size, long? stride, long padding, bool ceil_mode, bool count_include_pad)
            : base(nameof(AvgPool1d)) =>
            (this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad) = (kernel_size, stride ?? kernel_size,
                padding, ceil_mode, count_include_pad);

        /// <summary>The length of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>How far windows move between one output and the next.</summary>
        public long stride { get; set; }

        /// <summary>How far windows reach over the edge.</summary>
        public long padding { get; set; }

        /// <summary>Whether a window that is not whole counts at the end.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the zeros beyond the edge count.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>The pooled input, (…, C, rows, columns) of the size asked for.</summary>
        /// <exception cref="ArgumentException">Windows do not fit.</exception>
        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <inheritdoc/>
        public override string extra_repr() => $"kernel_size=({kernel_size},), stride=({stride},), padding=({padding},)";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that takes the mean of each window of signals.</summary>
            public static AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true) => new(kernel_size, stride, padding, ceil_mode, count_include_pad);
        }
    }
}
