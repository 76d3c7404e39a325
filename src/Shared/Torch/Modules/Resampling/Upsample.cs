namespace Qiansi.Modules
{
    /// <summary>Signals or images made larger.</summary>
    public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
    {
        private readonly long[]? sizes;
        private readonly double[]? factors;

        internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
            : base(nameof(Upsample))
        {
            if ((size == null) == (scale_factor == null)) throw new ArgumentException("Upsample: give either size or scale_factor");
            (sizes, factors, this.mode, this.align_corners, this.recompute_scale_factor) = (size, scale_factor, mode, align_corners,
                recompute_scale_factor);
        }

        /// <summary>How what lies between elements is calculated.</summary>
        public UpsampleMode mode { get; }

        /// <summary>Whether the first and last elements stay at the edges.</summary>
        public bool? align_corners { get; }

        /// <summary>Whether positions follow from the rounded size instead of the factor.</summary>
        public bool? recompute_scale_factor { get; set; }

        /// <summary>The size to reach; empty when factors are given.</summary>
        public ReadOnlySpan<long> size => sizes;

        /// <summary>By how much dimensions grow; empty when a size is given.</summary>
        public ReadOnlySpan<double> scale_factor => factors;

        /// <summary>The input in its new size: (N, C, places) with other numbers of places.</summary>
        public override Tensor forward(Tensor input) => nn.functional.interpolate(input, sizes, factors, (InterpolationMode)mode,
            mode == UpsampleMode.Nearest ? null : align_corners ?? false, recompute_scale_factor ?? false);

        /// <inheritdoc/>
        public override string extra_repr() => $"{Extent()}, mode={mode.ToString().ToLowerInvariant()}";

        private string Extent() => factors switch
        {
            null => $"size={Text.Sizes(sizes!)}",
            [var one] => $"scale_factor={Text.Value(one)}",
            _ => $"scale_factor=({string.Join(", ", factors.Select(f => Text.Value(f)))})",
        };
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that makes signals or images larger.</summary>
            /// <param name="size">The size to reach; or give factors.</param>
            /// <param name="scale_factor">By how much each dimension grows.</param>
            public static Upsample Upsample(long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool? align_corners = null, bool? recompute_scale_factor = null) =>
                    new(size, scale_factor, mode, align_corners, recompute_scale_factor);
        }
    }
}
