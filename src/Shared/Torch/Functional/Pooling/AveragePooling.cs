using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>The mean of each window of images (N, C, H, W).</summary>
internal static unsafe class AveragePooling
{
    public static Tensor Run(Tensor x, PoolSettings settings, bool countPadding, long? divisor)
    {
        if (x.type != ScalarType.Float32 || divisor != null) return Reference(x, settings, countPadding, divisor);
        var shape = settings.Of(x);
        var y = Tensor.Empty([x.sizes[0], x.sizes[1], shape.OutHeight, shape.OutWidth], ScalarType.Float32);
        var image = x.Contiguous();
        AveragePool.Forward(shape, (float*)image.Data, (float*)y.Data, countPadding);
        GC.KeepAlive(image);
        return GradMode.Needs(x) ? new AvgPool2dBackward0(x, settings, countPadding).Attach(y) : y;
    }

    /// <summary>Windows laid out, summed and divided by how many elements count.</summary>
    public static Tensor Reference(Tensor x, PoolSettings settings, bool countPadding, long? divisor)
    {
        var shape = settings.Of(x);
        var frame = settings.Frame(shape);
        var sums = Sums(nn.functional.pad(x, frame), settings);
        if (divisor is { } d) return sums / d;
        // What lies beyond the padding, in ceil mode, never counts.
        var counted = ones([1, 1, shape.Height, shape.Width], x.type);
        if (countPadding)
        {
            long[] own = [settings.Padding[1], settings.Padding[1], settings.Padding[0], settings.Padding[0]];
            counted = nn.functional.pad(nn.functional.pad(counted, own, PaddingModes.Constant, 1),
                [0, frame[1] - own[1], 0, frame[3] - own[3]]);
        }
        else
        {
            counted = nn.functional.pad(counted, frame);
        }
        return sums / Sums(counted, settings);
    }

    private static Tensor Sums(Tensor framed, PoolSettings settings) =>
        SlidingWindows.Of(framed, settings.Kernel, settings.Stride, settings.Dilation).sum([4L, 5L]);

    private sealed class AvgPool2dBackward0(Tensor x, PoolSettings settings, bool countPadding) : FusedNode(x)
    {
        protected override Tensor Reference(Tensor?[] inputs) => AveragePooling.Reference(inputs[0]!, settings, countPadding, null);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, g) = (Input(0)!, grad.Contiguous());
            var y = Tensor.Empty(x.sizes, ScalarType.Float32);
            AveragePool.Backward(settings.Of(x), (float*)g.Data, (float*)y.Data, countPadding);
            GC.KeepAlive(g);
            result[0] = y;
        }
    }
}
