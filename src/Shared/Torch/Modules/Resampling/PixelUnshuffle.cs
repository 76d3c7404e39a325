namespace Qiansi.Modules
{
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
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that lays out places as channels.</summary>
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);
        }
    }
}
