using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Images cut into so many rows and columns, and the mean of each part.</summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

    /// <summary>How many parts there are of rows and of columns.</summary>
    public long[] output_size { get; set; }

    /// <summary>The pooled input.</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);

    /// <inheritdoc/>
    public override string extra_repr() => $"output_size={Text.Sizes(output_size)}";
}
