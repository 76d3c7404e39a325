namespace Qiansi.Modules
{
    /// <summary>Signals cut into so many parts, and the mean of each.</summary>
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d)) => this.output_size = output_size;

        /// <summary>How many parts there are.</summary>
        public long output_size { get; set; }

        /// <summary>The pooled input.</summary>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);

        /// <inheritdoc/>
        public override string extra_repr() => $"output_size={output_size}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that cuts signals into so many parts and takes the mean of each.</summary>
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);
        }
    }
}
