using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>The largest element of each window of images (N, C, H, W), and where in its image it stands.</summary>
internal static unsafe class MaxPooling
{
    public static (Tensor Values, Tensor Indices) Run(Tensor x, PoolSettings settings)
    {
        var shape = settings.Of(x);
        var indices = Tensor.Empty([x.sizes[0], x.sizes[1], shape.OutHeight, shape.OutWidth], ScalarType.Int64);
        if (x.type != ScalarType.Float32) return (Reference(x, settings, indices), indices);
        var y = Tensor.Empty(indices.sizes, ScalarType.Float32);
        var image = x.Contiguous();
        MaxPool.Forward(shape, (float*)image.Data, (float*)y.Data, (long*)indices.Data);
        GC.KeepAlive(image);
        GC.KeepAlive(indices);
        if (GradMode.Needs(x)) new MaxPool2dWithIndicesBackward0(x, indices, settings).Attach([y, indices]);
        return (y, indices);
    }

    /// <summary>Windows laid out, and the largest of each.</summary>
    public static Tensor Reference(Tensor x, PoolSettings settings, Tensor? indices)
    {
        var shape = settings.Of(x);
        var framed = nn.functional.pad(x, settings.Frame(shape), PaddingModes.Constant, double.NegativeInfinity);
        var windows = SlidingWindows.Of(framed, settings.Kernel, settings.Stride, settings.Dilation).flatten(4);
        var (values, within) = windows.max(-1);
        if (indices is null) return values;
        using (no_grad())
        {
            var row = (arange(shape.OutHeight) * settings.Stride[0] - settings.Padding[0]).unsqueeze(1)
                + (within.floor_divide(settings.Kernel[1]) * settings.Dilation[0]);
            var column = (arange(shape.OutWidth) * settings.Stride[1]) - settings.Padding[1]
                + (within.remainder(settings.Kernel[1]) * settings.Dilation[1]);
            indices.copy_((row * x.sizes[3]) + column);
        }
        return values;
    }

    // y = the largest of a window;  ∂x: each gradient goes to the element that was chosen
    private sealed class MaxPool2dWithIndicesBackward0(Tensor x, Tensor indices, PoolSettings settings) : FusedNode(x)
    {
        private Saved indices = new(indices);

        protected override Tensor Reference(Tensor?[] inputs) => MaxPooling.Reference(inputs[0]!, settings, null);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var (x, g, places) = (Input(0)!, grad.Contiguous(), indices.Value);
            var y = Tensor.Empty(x.sizes, ScalarType.Float32);
            MaxPool.Backward(settings.Of(x), (float*)g.Data, (long*)places.Data, (float*)y.Data);
            GC.KeepAlive(g);
            GC.KeepAlive(places);
            result[0] = y;
        }

        protected internal override void Release()
        {
            base.Release();
            indices.Release();
        }
    }
}
