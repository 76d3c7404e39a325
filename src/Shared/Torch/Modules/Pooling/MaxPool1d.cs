namespace Qiansi.Modules
{
    /// <summary>The largest element of each window of signals: (N, C, L) or (C, L).</summary>
    public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode) : base(nameof(MaxPool1d)) =>
            (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) = (kernel_size, stride ?? kernel_size,
                padding ?? 0, dilation ?? 1, ceil_mode);

        /// <summary>The length of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>How far windows move between one output and the next.</summary>
        public long stride { get; set; }

        /// <summary>How far windows reach over the edge.</summary>
        public long padding { get; set; }

        /// <summary>How far apart a window's elements are.</summary>
        public long dilation { get; set; }

        /// <summary>Whether a window that is not whole counts at the end.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>The pooled input, (…, C, rows, columns) of the size asked for.</summary>
        /// <exception cref="ArgumentException">Windows do not fit.</exception>
        public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The pooled input, and where each element stood.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <inheritdoc/>
        public override string extra_repr() =>
            $"kernel_size={kernel_size}, stride={stride}, padding={padding}, dilation={dilation}, ceil_mode={ceil_mode}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that takes the largest element of each window of signals.</summary>
            public static MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) => new(kernel_size, stride, padding, dilation, ceil_mode);
        }
    }
}
