using Qiansi.Torch.Kernels;
using Qiansi.Torch.Dispatch;

namespace Qiansi.Torch.Functional;

/// <summary>
/// Transposed convolution of (N, C, H, W) by weights (C, out/groups, kernel height, kernel width): what a convolution's gradient does to
/// its input.
/// </summary>
internal static unsafe class TransposedConvolutions
{
    public static Tensor Run(Tensor x, Tensor w, Tensor? b, long[] stride, long[] padding, long[] more, long[] dilation, long groups)
    {
        long[] sizes = [x.sizes[0], w.sizes[1] * groups, Size(x, w, 0, stride, padding, more, dilation),
            Size(x, w, 1, stride, padding, more, dilation)];
        if (sizes[2] < 1 || sizes[3] < 1)
            throw new ArgumentException(
                $"conv_transpose: padding {Shape.Text(padding)} leaves nothing of the output (input shape {Shape.Text(x.sizes)})");
        if (x.type != ScalarType.Float32) return Reference(x, w, b, stride, padding, more, dilation, groups);
        var y = Tensor.Empty(sizes, ScalarType.Float32);
        var (image, weights) = (x.Contiguous(), w.Contiguous());
        ConvBackwardData.Run(Underlying(sizes, w, stride, padding, dilation, groups), (float*)weights.Data, (float*)image.Data,
            (float*)y.Data);
        GC.KeepAlive(image);
        GC.KeepAlive(weights);
        if (b is not null) Dispatch.Binary.Run<Dispatch.Add>(y, b.Alias([b.count, 1, 1], [b.strides[0], 0, 0], b.offset), y);
        return GradMode.Needs(x, w, b) ? new ConvolutionBackward1(x, w, b, sizes, stride, padding, more, dilation, groups).Attach(y) : y;
    }

    private static long Size(Tensor x, Tensor w, int i, long[] stride, long[] padding, long[] more, long[] dilation) =>
        ((x.sizes[i + 2] - 1) * stride[i]) - (2 * padding[i]) + SlidingWindows.Span(w.sizes[i + 2], dilation[i]) + more[i];

    /// <summary>Zeros between the elements, then a convolution with the kernel turned round.</summary>
    public static Tensor Reference(Tensor x, Tensor w, Tensor? b, long[] stride, long[] padding, long[] more, long[] dilation, long groups)
    {
        var (n, c, h, width) = (x.sizes[0], x.sizes[1], x.sizes[2], x.sizes[3]);
        var apart = nn.functional.pad(x.reshape(n, c, h, 1, width, 1), [0, stride[1] - 1, 0, 0, 0, stride[0] - 1])
            .reshape(n, c, h * stride[0], width * stride[1]);
        apart = apart.narrow(2, 0, ((h - 1) * stride[0]) + 1).narrow(3, 0, ((width - 1) * stride[1]) + 1);
        var (top, left) = (SlidingWindows.Span(w.sizes[2], dilation[0]) - 1 - padding[0],
            SlidingWindows.Span(w.sizes[3], dilation[1]) - 1 - padding[1]);
        var framed = nn.functional.pad(apart, [left, left + more[1], top, top + more[0]]);
        var turned = w.reshape(groups, c / groups, w.sizes[1], w.sizes[2], w.sizes[3]).transpose(1, 2)
            .reshape(groups * w.sizes[1], c / groups, w.sizes[2], w.sizes[3]).flip(2, 3);
        return Convolutions.Reference(framed, turned, b, [1, 1], [0, 0], dilation, groups);
    }

    /// <summary>The convolution that goes the other way: from the output to the input.</summary>
    private static ConvShape Underlying(long[] y, Tensor w, long[] stride, long[] padding, long[] dilation, long groups) =>
        new(y[0], y[1], y[2], y[3], w.sizes[0], w.sizes[2], w.sizes[3], stride[0], stride[1], padding[0], padding[1], dilation[0],
            dilation[1], groups);

    // y = x ∗ᵀ w + b;  ∂x = g ∗ w, ∂w = g ∗ x over all places, ∂b = Σ g
    private sealed class ConvolutionBackward1(Tensor x, Tensor w, Tensor? b, long[] sizes, long[] stride, long[] padding, long[] more,
        long[] dilation, long groups) : FusedNode(x, w, b)
    {
        public override string Name => "ConvolutionBackward0";

        protected override Tensor Reference(Tensor?[] inputs) =>
            TransposedConvolutions.Reference(inputs[0]!, inputs[1]!, inputs[2], stride, padding, more, dilation, groups);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, w, g) = (Input(0)!.Contiguous(), Input(1)!.Contiguous(), grad.Contiguous());
            var shape = Underlying(sizes, w, stride, padding, dilation, groups);
            if (Needs(0))
            {
                result[0] = Tensor.EmptyLike(x, ScalarType.Float32);
                ConvForward.Run(shape, (float*)g.Data, (float*)w.Data, null, (float*)result[0]!.Data);
            }
            if (Needs(1))
            {
                result[1] = Tensor.EmptyLike(w, ScalarType.Float32);
                ConvBackwardWeight.Run(shape, (float*)g.Data, (float*)x.Data, (float*)result[1]!.Data, null);
            }
            if (Needs(2)) result[2] = g.sum([0L, 2L, 3L]);
            GC.KeepAlive(x);
            GC.KeepAlive(w);
            GC.KeepAlive(g);
        }
    }
}
