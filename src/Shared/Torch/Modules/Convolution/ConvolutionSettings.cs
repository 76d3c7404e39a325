namespace Qiansi.Modules;

/// <summary>How a kernel moves over an image; one number a dimension.</summary>
internal sealed record ConvolutionSettings(long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, long[] OutputPadding,
    Padding? Named, PaddingModes Mode, long Groups)
{
    public static ConvolutionSettings Line(long kernel, long stride, long padding, long dilation, PaddingModes mode, long groups,
        Padding? named = null, long more = 0) =>
        Checked(new([kernel], [stride], [padding], [dilation], [more], named, mode, groups));

    public static ConvolutionSettings Square(long kernel, long stride, long padding, long dilation, PaddingModes mode, long groups,
        Padding? named = null, long more = 0) =>
        Checked(new([kernel, kernel], [stride, stride], [padding, padding], [dilation, dilation], [more, more], named, mode, groups));

    public static ConvolutionSettings Rectangle((long, long) kernel, (long, long)? stride, (long, long)? padding, (long, long)? dilation,
        PaddingModes mode, long groups, Padding? named = null, (long, long)? more = null) =>
        Checked(new(Two(kernel, 1), Two(stride, 1), Two(padding, 0), Two(dilation, 1), Two(more, 0), named, mode, groups));

    private static long[] Two((long, long)? pair, long otherwise) => pair is { } p ? [p.Item1, p.Item2] : [otherwise, otherwise];

    private static ConvolutionSettings Checked(ConvolutionSettings settings)
    {
        if (settings.Kernel.Any(k => k < 1) || settings.Stride.Any(s => s < 1) || settings.Dilation.Any(d => d < 1)
            || settings.Padding.Any(p => p < 0))
            throw new ArgumentException(
                $"convolution: kernel_size {Text.Value(settings.Kernel)}, stride {Text.Value(settings.Stride)}, dilation "
                    + $"{Text.Value(settings.Dilation)} must be at least 1, padding {Text.Value(settings.Padding)} at least 0");
        if (settings.Named == Qiansi.Padding.Same && settings.Stride.Any(s => s != 1))
            throw new ArgumentException(
                $"convolution: padding 'same' is for stride 1, this one is {Text.Value(settings.Stride)}; give the padding in numbers");
        return settings;
    }
}
