namespace Qiansi.Modules
{
    /// <summary>Images cut into so many rows and columns, and the mean of each part.</summary>
    public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

        /// <summary>How many parts there are of rows and of columns.</summary>
        public long[] output_size { get; set; }

        /// <summary>The pooled input, (…, C, rows, columns) of the size asked for.</summary>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);

        /// <inheritdoc/>
        public override string extra_repr() => $"output_size={Text.Sizes(output_size)}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that cuts images into so many rows and columns and takes the mean of each part.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            /// <summary>A layer that cuts images into so many rows and columns and takes the mean of each part.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new([output_size.Item1, output_size.Item2]);

            /// <summary>A layer that cuts images into so many rows and as many columns and takes the mean of each part.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size]);
        }
    }
}
