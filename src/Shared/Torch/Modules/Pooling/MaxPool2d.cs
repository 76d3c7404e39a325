namespace Qiansi.Modules
{
    /// <summary>The largest element of each window of images: (N, C, H, W) or (C, H, W).</summary>
    public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) : base(nameof(MaxPool2d))
        {
            (this.kernel_size, this.stride) = (kernel_size, stride ?? kernel_size);
            (this.padding, this.dilation, this.ceil_mode) = (padding ?? [0], dilation ?? [1], ceil_mode);
        }

        /// <summary>Rows and columns of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>How far windows move between one output and the next.</summary>
        public long[] stride { get; set; }

        /// <summary>How far windows reach over the edge.</summary>
        public long[] padding { get; set; }

        /// <summary>How far apart a window's elements are.</summary>
        public long[] dilation { get; set; }

        /// <summary>Whether windows that are not whole count at the far edges.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>The pooled input, (…, C, rows, columns) of the size asked for.</summary>
        /// <exception cref="ArgumentException">Windows do not fit.</exception>
        public override Tensor forward(Tensor input) => nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The pooled input, and where in its image each element stood.</summary>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <inheritdoc/>
        public override string extra_repr() =>
            $"kernel_size={Text.Sizes(kernel_size)}, stride={Text.Sizes(stride)}, padding={Text.Sizes(padding)}, "
                + $"dilation={Text.Sizes(dilation)}, ceil_mode={ceil_mode}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that takes the largest element of each square window.</summary>
            /// <param name="stride">How far windows move; as far as they are large by default.</param>
            public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) => new([kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

            /// <summary>A layer that takes the largest element of each window.</summary>
            public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                    new([kernel_size.Item1, kernel_size.Item2], Two(stride), Two(padding), Two(dilation), ceil_mode);

            /// <summary>A layer that takes the largest element of each window.</summary>
            public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) => new(kernel_size, stride, padding, dilation, ceil_mode);
        }
    }
}
