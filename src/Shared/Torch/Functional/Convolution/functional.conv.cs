using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Convolution (cross-correlation) of images: (N, C, H, W) or (C, H, W).</summary>
            /// <param name="weight">(out, C/groups, kernel height, kernel width).</param>
            /// <param name="bias">One number for each output channel; null for none.</param>
            /// <param name="strides">How far the kernel moves; 1 by default.</param>
            /// <param name="padding">Zeros on each side; none by default.</param>
            /// <param name="dilation">How far apart the kernel's elements are; 1 by default.</param>
            /// <param name="groups">How many parts the channels fall into, each convolved by itself.</param>
            /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                Convolve("conv2d", input, weight, bias, Pair("conv2d", strides, 1), Pair("conv2d", padding, 0),
                    Pair("conv2d", dilation, 1), groups);

            /// <summary>
            /// Convolution of images (N, C, H, W), padded as named: <c>Same</c> keeps H and W, <c>Valid</c> adds nothing.
            /// </summary>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Named("conv2d", input, weight, bias, Pair("conv2d", strides, 1), padding, Pair("conv2d", dilation, 1), groups);

            /// <summary>Convolution of signals: (N, C, L) or (C, L) by (out, C/groups, kernel).</summary>
            /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? dilation = null, long groups = 1) =>
                Convolve("conv1d", input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);

            /// <summary>Convolution of signals (N, C, L), padded as named: <c>Same</c> keeps L, <c>Valid</c> adds nothing.</summary>
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Named("conv1d", input, weight, bias, [stride ?? 1], padding, [dilation ?? 1], groups);

            /// <summary>Transposed convolution of images: a convolution's gradient, which makes images larger.</summary>
            /// <param name="weight">(C, out/groups, kernel height, kernel width).</param>
            /// <param name="output_padding">Rows and columns added at one side, where several sizes would be possible.</param>
            /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                ConvolveBack("conv_transpose2d", input, weight, bias, Pair("conv_transpose2d", strides, 1),
                    Pair("conv_transpose2d", padding, 0), Pair("conv_transpose2d", output_padding, 0),
                    Pair("conv_transpose2d", dilation, 1), groups);

            /// <summary>Transposed convolution of signals.</summary>
            /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                ConvolveBack("conv_transpose1d", input, weight, bias, [stride ?? 1], [padding ?? 0], [output_padding ?? 0],
                    [dilation ?? 1], groups);

            internal static Tensor Convolve(string layer, Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding,
                long[] dilation, long groups)
            {
                var spatial = stride.Length;
                Convolutions.Check(layer, input, weight, bias, stride, padding, dilation, groups, transposed: false, spatial);
                var (x, w) = AsImages(input, weight, spatial);
                var y = Convolutions.Run(x, w, bias, AsPair(stride, 1), AsPair(padding, 0), AsPair(dilation, 1), groups);
                return FromImages(y, input, spatial);
            }

            internal static Tensor Named(string layer, Tensor input, Tensor weight, Tensor? bias, long[] stride, Padding padding,
                long[] dilation, long groups)
            {
                var spatial = stride.Length;
                var around = new long[spatial];
                if (padding == Padding.Valid) return Convolve(layer, input, weight, bias, stride, around, dilation, groups);
                if (stride.Any(s => s != 1))
                    throw new ArgumentException(
                        $"{layer}: padding 'same' is for stride 1, this one is {Shapes(stride)}; give the padding in numbers");
                var frame = new long[2 * spatial];
                for (var i = 0; i < spatial; i++)
                {
                    // Of an odd total one more comes at the end; what both sides share is the convolution's own padding.
                    var total = dilation[i] * (weight.sizes[i + 2] - 1);
                    around[i] = total / 2;
                    frame[(2 * (spatial - 1 - i)) + 1] = total % 2;
                }
                if (frame.Any(f => f != 0)) input = pad(input, frame);
                return Convolve(layer, input, weight, bias, stride, around, dilation, groups);
            }

            internal static Tensor ConvolveBack(string layer, Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding,
                long[] more, long[] dilation, long groups)
            {
                var spatial = stride.Length;
                Convolutions.Check(layer, input, weight, bias, stride, padding, dilation, groups, transposed: true, spatial);
                for (var i = 0; i < spatial; i++)
                {
                    if (more[i] < 0 || (more[i] >= stride[i] && more[i] >= dilation[i]))
                        throw new ArgumentException(
                            $"{layer}: output_padding {Shapes(more)} must be smaller than stride {Shapes(stride)} or dilation "
                                + $"{Shapes(dilation)}");
                }
                var (x, w) = AsImages(input, weight, spatial);
                var y = TransposedConvolutions.Run(x, w, bias, AsPair(stride, 1), AsPair(padding, 0), AsPair(more, 0),
                    AsPair(dilation, 1), groups);
                return FromImages(y, input, spatial);
            }

            private static string Shapes(long[] values) => Torch.Shapes.Shape.Text(values);

            private static long[] AsPair(long[] values, long height) => values.Length == 2 ? values : [height, values[0]];

            /// <summary>Signals are images one element high; a single one is a batch of one.</summary>
            private static (Tensor Input, Tensor Weight) AsImages(Tensor input, Tensor weight, int spatial)
            {
                var x = input.sizes.Length == spatial + 1 ? input.unsqueeze(0) : input;
                return spatial == 2 ? (x, weight) : (x.unsqueeze(2), weight.unsqueeze(2));
            }

            private static Tensor FromImages(Tensor y, Tensor input, int spatial)
            {
                if (spatial == 1) y = y.squeeze(2);
                return input.sizes.Length == spatial + 1 ? y.squeeze(0) : y;
            }

            private static long[] Pair(string operation, long[]? values, long otherwise) => values?.Length switch
            {
                null or 0 => [otherwise, otherwise],
                1 => [values[0], values[0]],
                2 => values,
                _ => throw new ArgumentException($"{operation}: {Shapes(values)} for two dimensions; give one number, or two"),
            };
        }
    }
}
