using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>Convolution of images (N, C, H, W) by weights (out, C/groups, kernel height, kernel width).</summary>
internal static unsafe class Convolutions
{
    public static Tensor Run(Tensor x, Tensor w, Tensor? b, long[] stride, long[] padding, long[] dilation, long groups)
    {
        if (x.type != ScalarType.Float32) return Reference(x, w, b, stride, padding, dilation, groups);
        var shape = ShapeOf(x, w, stride, padding, dilation, groups);
        var y = Tensor.Empty([shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth], ScalarType.Float32);
        var (image, weights, bias) = (x.Contiguous(), w.Contiguous(), b?.Contiguous());
        ConvForward.Run(shape, (float*)image.Data, (float*)weights.Data, bias is null ? null : (float*)bias.Data, (float*)y.Data);
        GC.KeepAlive(image);
        GC.KeepAlive(weights);
        GC.KeepAlive(bias);
        GC.KeepAlive(y);
        return GradMode.Needs(x, w, b) ? new ConvolutionBackward0(x, w, b, stride, padding, dilation, groups).Attach(y) : y;
    }

    /// <summary>Windows, laid out as rows, by the weights, group by group: one matrix product.</summary>
    public static Tensor Reference(Tensor x, Tensor w, Tensor? b, long[] stride, long[] padding, long[] dilation, long groups)
    {
        var (n, channels, outputs) = (x.sizes[0], x.sizes[1] / groups, w.sizes[0] / groups);
        var windows = SlidingWindows.Of(nn.functional.pad(x, [padding[1], padding[1], padding[0], padding[0]]), w.sizes[2..],
            stride, dilation);
        var (rows, columns, kernel) = (windows.sizes[2], windows.sizes[3], w.sizes[2] * w.sizes[3]);
        // (N, C, rows, columns, kh, kw) → (groups, N·rows·columns, C/groups·kh·kw)
        var left = windows.reshape(n, groups, channels, rows, columns, w.sizes[2], w.sizes[3]).permute(1, 0, 3, 4, 2, 5, 6)
            .reshape(groups, n * rows * columns, channels * kernel);
        var right = w.reshape(groups, outputs, channels * kernel).transpose(1, 2);
        var y = left.bmm(right).reshape(groups, n, rows, columns, outputs).permute(1, 0, 4, 2, 3)
            .reshape(n, groups * outputs, rows, columns);
        return b is null ? y : y + b.reshape(-1, 1, 1);
    }

    private static ConvShape ShapeOf(Tensor x, Tensor w, long[] stride, long[] padding, long[] dilation, long groups) => new(
        x.sizes[0], x.sizes[1], x.sizes[2], x.sizes[3], w.sizes[0], w.sizes[2], w.sizes[3], stride[0], stride[1], padding[0], padding[1],
        dilation[0], dilation[1], groups);

    // y = x ∗ w + b;  ∂x = g ∗ᵀ w, ∂w = x ∗ g over all places, ∂b = Σ g
    private sealed class ConvolutionBackward0(Tensor x, Tensor w, Tensor? b, long[] stride, long[] padding, long[] dilation, long groups)
        : FusedNode(x, w, b)
    {
        protected override Tensor Reference(Tensor?[] inputs) =>
            Convolutions.Reference(inputs[0]!, inputs[1]!, inputs[2], stride, padding, dilation, groups);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, w, g) = (Input(0)!.Contiguous(), Input(1)!.Contiguous(), grad.Contiguous());
            var shape = ShapeOf(x, w, stride, padding, dilation, groups);
            if (Needs(0))
            {
                result[0] = Tensor.EmptyLike(x, ScalarType.Float32);
                ConvBackwardData.Run(shape, (float*)w.Data, (float*)g.Data, (float*)result[0]!.Data);
            }
            if (Needs(1)) result[1] = Tensor.EmptyLike(w, ScalarType.Float32);
            if (Needs(2)) result[2] = Tensor.Empty([w.sizes[0]], ScalarType.Float32);
            if (Needs(1) || Needs(2))
                ConvBackwardWeight.Run(shape, (float*)x.Data, (float*)g.Data, Needs(1) ? (float*)result[1]!.Data : null,
                    Needs(2) ? (float*)result[2]!.Data : null);
            GC.KeepAlive(x);
            GC.KeepAlive(w);
            GC.KeepAlive(g);
        }
    }

    /// <summary>Says what does not fit, and what to do about it.</summary>
    public static void Check(string layer, Tensor x, Tensor w, Tensor? b, long[] stride, long[] padding, long[] dilation, long groups,
        bool transposed, int spatial)
    {
        if (w.sizes.Length != spatial + 2)
            throw new ArgumentException($"{layer}: the weights have shape {Shape.Text(w.sizes)}; they need {spatial + 2} dimensions");
        if (x.sizes.Length != spatial + 2 && x.sizes.Length != spatial + 1)
        {
            var wanted = spatial == 2 ? "(N, C, H, W) or (C, H, W)" : "(N, C, L) or (C, L)";
            throw new ArgumentException(
                $"{layer}: the input has shape {Shape.Text(x.sizes)}; {wanted} is "
                    + $"needed{(x.sizes.Length == spatial ? "; unsqueeze(0) adds a channel" : "")}");
        }
        if (x.type != w.type)
            throw new ArgumentException(
                $"{layer}: the input is {x.type.TorchName()}, the weights are {w.type.TorchName()}; convert one: "
                    + $"input.to({w.type.TorchName()})");
        if (groups < 1 || w.sizes[0] % groups != 0)
            throw new ArgumentException($"{layer}: {w.sizes[0]} channels cannot be divided into {groups} groups");
        var channels = x.sizes[^(spatial + 1)];
        var expected = transposed ? w.sizes[0] : w.sizes[1] * groups;
        if (channels != expected)
            throw new ArgumentException(
                $"{layer}: input has {channels} channels, layer expects {expected} (input shape {Shape.Text(x.sizes)}, weights "
                    + $"{Shape.Text(w.sizes)}{(groups > 1 ? $", {groups} groups" : "")})");
        var outputs = transposed ? w.sizes[1] * groups : w.sizes[0];
        if (b is not null && b.count != outputs)
            throw new ArgumentException($"{layer}: the bias has {b.count} numbers for {outputs} output channels");
        for (var i = 0; i < spatial; i++)
        {
            if (stride[i] < 1 || dilation[i] < 1 || padding[i] < 0)
                throw new ArgumentException(
                    $"{layer}: stride {Shape.Text(stride)}, padding {Shape.Text(padding)}, dilation {Shape.Text(dilation)}; strides and "
                        + "dilations are at least 1, paddings at least 0");
            var (size, span) = (x.sizes[x.sizes.Length - spatial + i], SlidingWindows.Span(w.sizes[i + 2], dilation[i]));
            if (!transposed && size + (2 * padding[i]) < span)
                throw new ArgumentException(
                    $"{layer}: the kernel (it reaches {span}) is larger than the padded input ({size} + 2·{padding[i]}); input shape "
                        + $"{Shape.Text(x.sizes)}");
        }
    }
}
