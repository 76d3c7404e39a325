using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>How windows move over images; rows, then columns.</summary>
internal sealed record PoolSettings(string Operation, long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, bool Ceil)
{
    public PoolShape Of(Tensor x) => new(
        x.sizes[0] * x.sizes[1], x.sizes[2], x.sizes[3], Kernel[0], Kernel[1], Stride[0], Stride[1], Padding[0], Padding[1], Dilation[0],
        Dilation[1], Ceil);

    /// <summary>
    /// What must be put around an image for every window to be whole: columns, then rows. In ceil mode more at the end; where strides leave
    /// something over, less.
    /// </summary>
    public long[] Frame(PoolShape shape) =>
    [
        Padding[1], ((shape.OutWidth - 1) * Stride[1]) + SlidingWindows.Span(Kernel[1], Dilation[1]) - shape.Width - Padding[1],
        Padding[0], ((shape.OutHeight - 1) * Stride[0]) + SlidingWindows.Span(Kernel[0], Dilation[0]) - shape.Height - Padding[0],
    ];

    /// <summary>Signals (…, L) are images one element high; a single image is a batch of one.</summary>
    public static (Tensor Images, Func<Tensor, Tensor> Back) AsImages(string operation, Tensor x, int spatial)
    {
        if (x.sizes.Length != spatial + 1 && x.sizes.Length != spatial + 2)
            throw new ArgumentException(
                $"{operation}: the input has shape {Shape.Text(x.sizes)}; "
                    + $"{(spatial == 2 ? "(N, C, H, W) or (C, H, W)" : "(N, C, L) or (C, L)")} is needed");
        var single = x.sizes.Length == spatial + 1;
        var images = single ? x.unsqueeze(0) : x;
        if (spatial == 1) images = images.unsqueeze(2);
        return (images, y =>
        {
            if (spatial == 1) y = y.squeeze(2);
            return single ? y.squeeze(0) : y;
        }
        );
    }

    public PoolSettings Check(Tensor x)
    {
        for (var i = 0; i < 2; i++)
        {
            if (Kernel[i] < 1 || Stride[i] < 1 || Dilation[i] < 1 || Padding[i] < 0)
                throw new ArgumentException(
                    $"{Operation}: kernel_size {Shape.Text(Kernel)}, stride {Shape.Text(Stride)} and dilation {Shape.Text(Dilation)} "
                        + $"must be at least 1, padding {Shape.Text(Padding)} at least 0");
            if (Padding[i] > Kernel[i] / 2)
                throw new ArgumentException(
                    $"{Operation}: padding {Shape.Text(Padding)} is more than half of kernel_size {Shape.Text(Kernel)}");
        }
        var shape = Of(x);
        if (shape.OutHeight < 1 || shape.OutWidth < 1)
            throw new ArgumentException(
                $"{Operation}: windows of {Shape.Text(Kernel)} do not fit an image of {x.sizes[2]} by {x.sizes[3]} (input shape "
                    + $"{Shape.Text(x.sizes)})");
        return this;
    }
}
