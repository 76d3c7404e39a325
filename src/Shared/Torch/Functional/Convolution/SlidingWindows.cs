namespace Qiansi.Torch.Functional;

/// <summary>The windows a kernel looks through, for the readable paths of convolution and pooling.</summary>
internal static class SlidingWindows
{
    /// <summary>Of images (N, C, H, W) the windows (N, C, rows, columns, kernel height, kernel width): a view.</summary>
    public static Tensor Of(Tensor x, long[] kernel, long[] stride, long[] dilation)
    {
        var y = x.unfold(2, Span(kernel[0], dilation[0]), stride[0]).unfold(3, Span(kernel[1], dilation[1]), stride[1]);
        if (dilation[0] > 1) y = y.slice(4, 0, long.MaxValue, dilation[0]);
        return dilation[1] > 1 ? y.slice(5, 0, long.MaxValue, dilation[1]) : y;
    }

    /// <summary>How far a kernel reaches.</summary>
    public static long Span(long kernel, long dilation) => (dilation * (kernel - 1)) + 1;
}
