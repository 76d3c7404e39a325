using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The mean of each window of images: (N, C, H, W) or (C, H, W).</summary>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override) : base(nameof(AvgPool2d))
    {
        (this.kernel_size, this.stride, this.padding) = (kernel_size, stride ?? kernel_size, padding ?? [0]);
        (this.ceil_mode, this.count_include_pad, this.divisor_override) = (ceil_mode, count_include_pad, divisor_override);
    }

    /// <summary>Rows and columns of a window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>How far windows move.</summary>
    public long[] stride { get; set; }

    /// <summary>How far windows reach over the edge.</summary>
    public long[] padding { get; set; }

    /// <summary>Whether windows that are not whole count at the far edges.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the zeros beyond the edge count.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What sums are divided by instead of their number of elements; null for that.</summary>
    public long? divisor_override { get; set; }

    /// <summary>The pooled input.</summary>
    /// <exception cref="ArgumentException">Windows do not fit.</exception>
    public override Tensor forward(Tensor input) => nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

    /// <inheritdoc/>
    public override string extra_repr() => $"kernel_size={Text.Sizes(kernel_size)}, stride={Text.Sizes(stride)}, padding={Text.Sizes(padding)}";
}
