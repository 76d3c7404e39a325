using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Signals (N, C, L) or images (N, C, H, W) in another size.</summary>
            /// <param name="size">The size; or give factors.</param>
            /// <param name="scale_factor">By how much each dimension grows; one number for all, or one each.</param>
            /// <param name="mode">Nearest, NearestExact, Linear (signals), Bilinear or Bicubic (images), Area.</param>
            /// <param name="align_corners">Whether the first and last elements stay at the edges (Linear, Bilinear, Bicubic).</param>
            /// <param name="recompute_scale_factor">Whether positions follow from the rounded size instead of the factor.</param>
            /// <param name="antialias">Not supported: must be false.</param>
            /// <exception cref="ArgumentException">Size, factor or mode do not fit the input.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false,
                bool antialias = false)
            {
                if (antialias)
                    throw new NotSupportedException("interpolate: antialias is not supported; use mode Area to make images smaller");
                var spatial = x.sizes.Length - 2;
                if (spatial is not (1 or 2))
                    throw new ArgumentException(
                        $"interpolate: the input has shape {Shape.Text(x.sizes)}; (N, C, L) or (N, C, H, W) is needed");
                if ((size == null) == (scale_factor == null)) throw new ArgumentException("interpolate: give either size or scale_factor");
                var smooth = mode is InterpolationMode.Linear or InterpolationMode.Bilinear or InterpolationMode.Bicubic;
                if (align_corners != null && !smooth)
                    throw new ArgumentException(
                        $"interpolate: align_corners is for Linear, Bilinear and Bicubic, not for {mode}; leave it out");
                if (mode is InterpolationMode.Trilinear || (smooth && mode == InterpolationMode.Linear != (spatial == 1)))
                    throw new ArgumentException(
                        $"interpolate: {mode} does not fit shape {Shape.Text(x.sizes)}; use "
                            + $"{(spatial == 1 ? "Linear" : "Bilinear or Bicubic")}");
                var places = new long[spatial];
                var factors = new double?[spatial];
                for (var i = 0; i < spatial; i++)
                {
                    if (scale_factor != null)
                    {
                        var factor = scale_factor.Length == 1
                            ? scale_factor[0]
                            : scale_factor.Length == spatial
                            ? scale_factor[i]
                            : throw new ArgumentException(
                                $"interpolate: {scale_factor.Length} factors for {spatial} dimensions; give one, or one each");
                        places[i] = (long)Math.Floor(x.sizes[i + 2] * factor);
                        factors[i] = recompute_scale_factor ? null : factor;
                    }
                    else
                    {
                        places[i] = size!.Length == 1
                            ? size[0] : size.Length == spatial
                            ? size[i] : throw new ArgumentException(
                                $"interpolate: size {Shape.Text(size)} for {spatial} dimensions; give one number, or one each");
                    }
                    if (places[i] < 1)
                        throw new ArgumentException(
                            $"interpolate: dimension {i + 2} of shape {Shape.Text(x.sizes)} would become {places[i]}; sizes must be "
                                + "positive");
                }
                if (mode == InterpolationMode.Area)
                    return spatial == 1 ? adaptive_avg_pool1d(x, places[0]) : adaptive_avg_pool2d(x, places);
                return smooth ? Weighed(x, places, factors, mode, align_corners ?? false) : Picked(x, places, factors,
                    mode == InterpolationMode.NearestExact);
            }

            private static Tensor Picked(Tensor x, long[] places, double?[] factors, bool exact)
            {
                for (var i = 0; i < places.Length; i++)
                    x = x.index_select(i + 2, Interpolation.Nearest(x.sizes[i + 2], places[i], factors[i], exact));
                return x;
            }

            private static Tensor Weighed(Tensor x, long[] places, double?[] factors, InterpolationMode mode, bool corners)
            {
                Func<long, long, double?, bool, ScalarType, Tensor> matrix = mode == InterpolationMode.Bicubic
                    ? Interpolation.Cubic : Interpolation.Linear;
                // Columns by the last matrix, then rows by the first.
                var y = x.matmul(matrix(x.sizes[^1], places[^1], factors[^1], corners, x.type).t());
                return places.Length == 1 ? y : matrix(x.sizes[2], places[0], factors[0], corners, x.type).matmul(y);
            }

            /// <summary>As <see cref="interpolate"/>, the way it was called before.</summary>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Channels (N, C·r², H, W) laid out as places: (N, C, H·r, W·r) (Shi et al. 2016).</summary>
            /// <param name="upscale_factor">r.</param>
            /// <exception cref="ArgumentException">The channels are no multiple of r².</exception>
            [Layer("PixelShuffle")]
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
            {
                var (n, r) = (input.sizes.Length, upscale_factor);
                if (n < 3 || r < 1 || input.sizes[n - 3] % (r * r) != 0)
                    throw new ArgumentException(
                        $"pixel_shuffle: the channels of shape {Shape.Text(input.sizes)} must be a multiple of {r}² = {r * r}");
                var (c, h, w) = (input.sizes[n - 3] / (r * r), input.sizes[n - 2], input.sizes[n - 1]);
                return input.reshape(-1, c, r, r, h, w).permute(0, 1, 4, 2, 5, 3).reshape([.. input.sizes[..(n - 3)], c, h * r, w * r]);
            }

            /// <summary>Places (N, C, H·r, W·r) laid out as channels: (N, C·r², H, W).</summary>
            /// <param name="downscale_factor">r.</param>
            /// <exception cref="ArgumentException">Rows or columns are no multiple of r.</exception>
            [Layer("PixelUnshuffle")]
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor)
            {
                var (n, r) = (input.sizes.Length, downscale_factor);
                if (n < 3 || r < 1 || input.sizes[n - 2] % r != 0 || input.sizes[n - 1] % r != 0)
                    throw new ArgumentException(
                        $"pixel_unshuffle: rows and columns of shape {Shape.Text(input.sizes)} must be multiples of {r}");
                var (c, h, w) = (input.sizes[n - 3], input.sizes[n - 2] / r, input.sizes[n - 1] / r);
                return input.reshape(-1, c, h, r, w, r).permute(0, 1, 3, 5, 2, 4).reshape([.. input.sizes[..(n - 3)], c * r * r, h, w]);
            }

            /// <summary>The windows of images as columns: (N, C, H, W) gives (N, C·kernel, windows).</summary>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null)
            {
                if (input.sizes.Length != 4)
                    throw new ArgumentException($"unfold: the input has shape {Shape.Text(input.sizes)}; (N, C, H, W) is needed");
                var (p, s, d) = (padding ?? (0, 0), stride ?? (1, 1), dilation ?? (1, 1));
                var windows = SlidingWindows.Of(pad(input, [p.Item2, p.Item2, p.Item1, p.Item1]), [kernel_size.Item1, kernel_size.Item2],
                    [s.Item1, s.Item2], [d.Item1, d.Item2]);
                return windows.permute(0, 1, 4, 5, 2, 3)
                    .reshape(input.sizes[0], input.sizes[1] * kernel_size.Item1 * kernel_size.Item2, windows.sizes[2] * windows.sizes[3]);
            }

            /// <summary>The windows of images as columns, windows square.</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>
            /// Columns put back in their places of an image and summed up: the way back from
            /// <c>unfold</c>.
            /// </summary>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null)
            {
                var (p, s, d) = (padding ?? (0, 0), stride ?? (1, 1), dilation ?? (1, 1));
                var (kh, kw) = kernel_size;
                long rows = ((output_size.Item1 + (2 * p.Item1) - SlidingWindows.Span(kh, d.Item1)) / s.Item1) + 1,
                    columns = ((output_size.Item2 + (2 * p.Item2) - SlidingWindows.Span(kw, d.Item2)) / s.Item2) + 1;
                if (input.sizes.Length != 3 || input.sizes[1] % (kh * kw) != 0 || input.sizes[2] != rows * columns)
                    throw new ArgumentException(
                        $"fold: the input has shape {Shape.Text(input.sizes)}; (N, C·{kh * kw}, {rows * columns}) is needed for an image "
                            + $"of {output_size.Item1} by {output_size.Item2}");
                var channels = input.sizes[1] / (kh * kw);
                // Each element of a window has a kernel of its own, 1 at its place: a transposed convolution, channel by channel.
                var places = eye(kh * kw, dtype: input.type).reshape(kh * kw, 1, kh, kw).repeat(channels, 1, 1, 1);
                long[] more = [(output_size.Item1 + (2 * p.Item1) - SlidingWindows.Span(kh, d.Item1)) % s.Item1,
                    (output_size.Item2 + (2 * p.Item2) - SlidingWindows.Span(kw, d.Item2)) % s.Item2];
                return conv_transpose2d(input.reshape(input.sizes[0], input.sizes[1], rows, columns), places, null, [s.Item1, s.Item2],
                    [p.Item1, p.Item2], more, [d.Item1, d.Item2], channels);
            }

            /// <summary>Columns put back in their places of an image and summed up, all sizes square.</summary>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0,
                long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding),
                    (stride, stride));
        }
    }
}
