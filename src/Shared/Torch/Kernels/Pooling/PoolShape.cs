namespace Qiansi.Torch.Kernels;

/// <summary>
/// The sizes of a pooling over contiguous planes: (Planes, Height, Width) to (Planes, OutHeight, OutWidth); a plane is a channel of a
/// sample.
/// </summary>
/// <param name="CeilMode">Whether a window that starts inside the padded plane but ends outside counts.</param>
internal readonly record struct PoolShape(
    long Planes, long Height, long Width, long KernelHeight, long KernelWidth, long StrideY, long StrideX, long PadY = 0, long PadX = 0,
    long DilationY = 1, long DilationX = 1, bool CeilMode = false)
{
    public long OutHeight => Out(Height, KernelHeight, StrideY, PadY, DilationY);

    public long OutWidth => Out(Width, KernelWidth, StrideX, PadX, DilationX);

    private long Out(long size, long kernel, long stride, long pad, long dilation)
    {
        var span = size + 2 * pad - dilation * (kernel - 1) - 1;
        if (span < 0) return 0;
        var n = (CeilMode ? span + stride - 1 : span) / stride + 1;
        return CeilMode && (n - 1) * stride >= size + pad ? n - 1 : n;
    }
}
