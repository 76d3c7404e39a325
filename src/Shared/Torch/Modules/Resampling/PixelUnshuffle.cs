using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Places laid out as channels: (N, C, H·r, W·r) gives (N, C·r², H, W).</summary>
public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle)) => this.downscale_factor = downscale_factor;

    /// <summary>r.</summary>
    public long downscale_factor { get; set; }

    /// <summary>The input laid out anew.</summary>
    public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);

    /// <inheritdoc/>
    public override string extra_repr() => $"downscale_factor={downscale_factor}";
}
