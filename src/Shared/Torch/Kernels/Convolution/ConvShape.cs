namespace Qiansi.Torch.Kernels;

/// <summary>
/// The sizes of a two-dimensional convolution: x is contiguous (Batch, InChannels, Height, Width), the weights (OutChannels, InChannels /
/// Groups, KernelHeight, KernelWidth), y (Batch, OutChannels, OutHeight, OutWidth). One-dimensional convolutions have Height and
/// KernelHeight 1.
/// </summary>
internal readonly record struct ConvShape(
    long Batch, long InChannels, long Height, long Width, long OutChannels, long KernelHeight, long KernelWidth,
    long StrideY = 1, long StrideX = 1, long PadY = 0, long PadX = 0, long DilationY = 1, long DilationX = 1, long Groups = 1)
{
    /// <summary>0 where the kernel is larger than the padded input.</summary>
    public long OutHeight => Out(Height + 2 * PadY - DilationY * (KernelHeight - 1) - 1, StrideY);

    /// <summary>0 where the kernel is larger than the padded input.</summary>
    public long OutWidth => Out(Width + 2 * PadX - DilationX * (KernelWidth - 1) - 1, StrideX);

    public long InPerGroup => InChannels / Groups;

    public long OutPerGroup => OutChannels / Groups;

    /// <summary>Weights of one output channel: the length of the sum behind one output.</summary>
    public long Window => InPerGroup * KernelHeight * KernelWidth;

    public bool IsPointwise => KernelHeight == 1 && KernelWidth == 1 && StrideY == 1 && StrideX == 1 && PadY == 0 && PadX == 0;

    public bool IsDepthwise => InPerGroup == 1 && OutPerGroup == 1;

    /// <summary>
    /// The convolution that takes y's gradient to x's, for stride 1: the kernel turned by 180°, input and output channels exchanged within
    /// each group, padded by the rest of the kernel.
    /// </summary>
    public ConvShape Adjoint() => new(
        Batch, OutChannels, OutHeight, OutWidth, InChannels, KernelHeight, KernelWidth, 1, 1,
        DilationY * (KernelHeight - 1) - PadY, DilationX * (KernelWidth - 1) - PadX, DilationY, DilationX, Groups);

    /// <summary>Whether <see cref="Adjoint"/> is a convolution.</summary>
    public bool HasAdjoint => StrideY == 1 && StrideX == 1 && PadY <= DilationY * (KernelHeight - 1)
        && PadX <= DilationX * (KernelWidth - 1);

    private static long Out(long span, long stride) => span < 0 ? 0 : span / stride + 1;
}
