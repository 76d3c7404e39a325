using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Puts elements before and after dimensions, the last one first: (left, right, top, bottom, …). Negative numbers cut off.
            /// </summary>
            /// <param name="pad">Pairs of before and after, the last dimension first.</param>
            /// <param name="mode">
            /// What is put there: a value, the mirror image (without its edge), the edge repeated, or the other end.
            /// </param>
            /// <param name="value">The value, for PaddingModes.Constant.</param>
            /// <exception cref="ArgumentException">
            /// Pairs do not fit the dimensions, or a mirror image or other end is too short.
            /// </exception>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                if (pad.Length % 2 != 0 || pad.Length / 2 > input.sizes.Length)
                    throw new ArgumentException(
                        $"pad: {Shape.Text(pad)} for shape {Shape.Text(input.sizes)}; give a pair (before, after) for each of the last "
                            + "dimensions, the last one first");
                var y = input;
                if (mode is PaddingModes.Constant or PaddingModes.Zeros) return Constant(y, pad, mode == PaddingModes.Zeros ? 0 : value);
                for (var i = 0; i < pad.Length; i += 2)
                {
                    var dim = input.sizes.Length - 1 - (i / 2);
                    if (pad[i] != 0 || pad[i + 1] != 0) y = y.index_select(dim, Indices(input, dim, pad[i], pad[i + 1], mode));
                }
                return y;
            }

            /// <summary>Puts elements before and after dimensions, the last one first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.AsSpan(), mode, value);

            /// <summary>Puts elements before and after the last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Puts elements left, right, above and below.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) => functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Puts as many elements before as after the last dimension.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);

            private static Tensor Indices(Tensor input, int dim, long before, long after, PaddingModes mode)
            {
                var n = input.sizes[dim];
                if (Math.Max(before, after) > (mode == PaddingModes.Reflect ? n - 1 : mode == PaddingModes.Circular ? n : long.MaxValue))
                    throw new ArgumentException(
                        $"pad: ({before}, {after}) around dimension {dim} of shape {Shape.Text(input.sizes)} by {mode}; at most "
                            + $"{(mode == PaddingModes.Reflect ? n - 1 : n)} elements are there");
                if (n + before + after <= 0)
                    throw new ArgumentException(
                        $"pad: ({before}, {after}) leaves nothing of dimension {dim} of shape {Shape.Text(input.sizes)}");
                var indices = new long[n + before + after];
                for (var i = 0; i < indices.Length; i++)
                {
                    var at = i - before;
                    indices[i] = mode switch
                    {
                        PaddingModes.Reflect => at < 0 ? -at : at >= n ? (2 * (n - 1)) - at : at,
                        PaddingModes.Replicate => Math.Clamp(at, 0, n - 1),
                        _ => ((at % n) + n) % n,
                    };
                }
                return tensor(indices);
            }

            private static Tensor Constant(Tensor x, ReadOnlySpan<long> pad, double value)
            {
                var (inner, outer) = (x, new long[pad.Length]);
                var grows = false;
                for (var i = 0; i < pad.Length; i += 2)
                {
                    var dim = x.sizes.Length - 1 - (i / 2);
                    var (before, after) = (Math.Min(0, pad[i]), Math.Min(0, pad[i + 1]));
                    if (x.sizes[dim] + before + after < 0)
                        throw new ArgumentException(
                            $"pad: ({pad[i]}, {pad[i + 1]}) cuts more than dimension {dim} of shape {Shape.Text(x.sizes)} has");
                    if (before < 0 || after < 0) inner = inner.narrow(dim, -before, x.sizes[dim] + before + after);
                    (outer[i], outer[i + 1]) = (Math.Max(0, pad[i]), Math.Max(0, pad[i + 1]));
                    grows |= outer[i] + outer[i + 1] > 0;
                }
                if (!grows) return inner;
                var sizes = (long[])inner.sizes.Clone();
                for (var i = 0; i < outer.Length; i += 2) sizes[^(1 + (i / 2))] += outer[i] + outer[i + 1];
                var y = full(sizes, value, inner.type);
                using (no_grad()) Torch.Dispatch.Copy.Run(inner, Inside(y, outer, inner.sizes));
                return GradMode.Needs(inner) ? new ConstantPadNdBackward0(inner, outer).Attach(y) : y;
            }

            private static Tensor Inside(Tensor whole, long[] pad, long[] sizes)
            {
                for (var i = 0; i < pad.Length; i += 2)
                {
                    var dim = sizes.Length - 1 - (i / 2);
                    whole = whole.narrow(dim, pad[i], sizes[dim]);
                }
                return whole;
            }

            // y = x with a frame;  ∂x = g inside the frame
            private sealed class ConstantPadNdBackward0(Tensor x, long[] pad) : Node(x)
            {
                private readonly long[] sizes = x.sizes;

                protected override Tensor Backward(int input, Tensor grad) => Inside(grad, pad, sizes);
            }
        }
    }
}
