using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest element of each window of images: (N, C, H, W) or (C, H, W).</summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="strides">How far windows move; as far as they are large by default.</param>
            /// <param name="padding">How far windows reach over the edge.</param>
            /// <param name="dilation">How far apart a window's elements are.</param>
            /// <param name="ceil_mode">Whether windows that are not whole count at the far edges.</param>
            /// <exception cref="ArgumentException">Windows do not fit.</exception>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false) =>
                max_pool2d_with_indices(input, kernel_size, strides, padding, dilation, ceil_mode).output;

            /// <summary>The largest element of each square window.</summary>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size], Single(stride), Single(padding), Single(dilation), ceil_mode);

            /// <summary>The largest element of each window of images: (N, C, H, W) or (C, H, W).</summary>
            /// <exception cref="ArgumentException">Windows do not fit.</exception>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), ceil_mode);

            /// <summary>The largest element of each window, and where in its image it stands (row · width + column).</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var (images, back) = PoolSettings.AsImages("max_pool2d", input, 2);
                var kernel = Pair("max_pool2d", kernel_size, 1);
                var settings = new PoolSettings("max_pool2d", kernel, strides is { Length: > 0 } ? Pair("max_pool2d", strides, 1) : kernel,
                    Pair("max_pool2d", padding, 0), Pair("max_pool2d", dilation, 1), ceil_mode).Check(images);
                var (values, indices) = MaxPooling.Run(images, settings);
                return (back(values), back(indices));
            }

            /// <summary>The largest element of each window of signals: (N, C, L) or (C, L).</summary>
            /// <exception cref="ArgumentException">Windows do not fit.</exception>
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode).output;

            /// <summary>The largest element of each window of signals, and where it stands.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null,
                long? padding = null, long? dilation = null, bool ceil_mode = false)
            {
                var (images, back) = PoolSettings.AsImages("max_pool1d", input, 1);
                var settings = new PoolSettings("max_pool1d", [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0],
                    [1, dilation ?? 1], ceil_mode).Check(images);
                var (values, indices) = MaxPooling.Run(images, settings);
                return (back(values), back(indices));
            }

            /// <summary>The mean of each window of images: (N, C, H, W) or (C, H, W).</summary>
            /// <param name="count_include_pad">Whether the zeros beyond the edge count.</param>
            /// <param name="divisor_override">What sums are divided by instead of their number of elements.</param>
            /// <exception cref="ArgumentException">Windows do not fit.</exception>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            {
                if (divisor_override == 0) throw new ArgumentException("avg_pool2d: divisor_override is 0; sums cannot be divided by it");
                var (images, back) = PoolSettings.AsImages("avg_pool2d", input, 2);
                var kernel = Pair("avg_pool2d", kernel_size, 1);
                var settings = new PoolSettings("avg_pool2d", kernel, stride is { Length: > 0 } ? Pair("avg_pool2d", stride, 1) : kernel,
                    Pair("avg_pool2d", padding, 0), [1, 1], ceil_mode).Check(images);
                return back(AveragePooling.Run(images, settings, count_include_pad, divisor_override));
            }

            /// <summary>The mean of each square window of images: (N, C, H, W) or (C, H, W).</summary>
            /// <exception cref="ArgumentException">Windows do not fit.</exception>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size], Single(stride), [padding], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window of images: (N, C, H, W) or (C, H, W).</summary>
            /// <exception cref="ArgumentException">Windows do not fit.</exception>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), ceil_mode, count_include_pad,
                    divisor_override);

            /// <summary>The mean of each window of signals: (N, C, L) or (C, L).</summary>
            /// <exception cref="ArgumentException">Windows do not fit.</exception>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                bool ceil_mode = false, bool count_include_pad = true)
            {
                var (images, back) = PoolSettings.AsImages("avg_pool1d", input, 1);
                var settings = new PoolSettings("avg_pool1d", [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0], [1, 1],
                    ceil_mode).Check(images);
                return back(AveragePooling.Run(images, settings, count_include_pad, null));
            }

            /// <summary>Images cut into so many rows and columns, and the mean of each part.</summary>
            /// <param name="output_size">Rows and columns, or one number for both.</param>
            /// <exception cref="ArgumentException">A size is not positive.</exception>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size)
            {
                var (images, back) = PoolSettings.AsImages("adaptive_avg_pool2d", input, 2);
                var size = Pair("adaptive_avg_pool2d", output_size, 1);
                if (size[0] < 1 || size[1] < 1 || images.sizes[2] < 1 || images.sizes[3] < 1)
                    throw new ArgumentException(
                        $"adaptive_avg_pool2d: {Shapes(size)} parts of an image of shape {Shapes(input.sizes)}; sizes must be positive");
                return back(AdaptivePooling.Run(images, size[0], size[1]));
            }

            /// <summary>Images cut into so many rows and columns, and the mean of each part.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

            /// <summary>Images cut into so many rows and as many columns, and the mean of each part.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size]);

            /// <summary>Signals cut into so many parts, and the mean of each.</summary>
            /// <param name="output_size">The number of parts.</param>
            /// <exception cref="ArgumentException">There is no part.</exception>
            [Layer("AdaptiveAvgPool1d")]
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size)
            {
                var (images, back) = PoolSettings.AsImages("adaptive_avg_pool1d", input, 1);
                if (output_size < 1) throw new ArgumentException($"adaptive_avg_pool1d: {output_size} parts; there must be at least one");
                return back(AdaptivePooling.Run(images, 1, output_size));
            }

            private static long[]? Single(long? value) => value is { } v ? [v] : null;

            private static long[]? Both((long, long)? value) => value is { } v ? [v.Item1, v.Item2] : null;
        }
    }
}
