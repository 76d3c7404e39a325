namespace Qiansi.Modules
{
    /// <summary>Channels laid out as places: (N, C·r², H, W) gives (N, C, H·r, W·r) (Shi et al. 2016).</summary>
    public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal PixelShuffle(long upscale_factor) : base(nameof(PixelShuffle)) => this.upscale_factor = upscale_factor;

        /// <summary>r.</summary>
        public long upscale_factor { get; set; }

        /// <summary>The input laid out anew.</summary>
        public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);

        /// <inheritdoc/>
        public override string extra_repr() => $"upscale_factor={upscale_factor}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that lays out channels as places.</summary>
            public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);
        }
    }
}
