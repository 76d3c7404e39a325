namespace Qiansi.Modules
{
    /// <summary>One dimension as several: the way back from <see cref="Flatten"/>.</summary>
    public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten)) =>
            (this.dim, this.unflattened_size) = (dim, unflattened_size);

        /// <summary>The dimension to cut.</summary>
        public long dim { get; set; }

        /// <summary>The sizes it becomes; one may be −1.</summary>
        public long[] unflattened_size { get; set; }

        /// <summary>The input with one dimension made several, whose sizes multiply to it.</summary>
        public override Tensor forward(Tensor tensor) => tensor.unflatten(dim, unflattened_size);

        /// <inheritdoc/>
        public override string extra_repr() => $"dim={dim}, unflattened_size=({string.Join(", ", unflattened_size)})";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that makes one dimension several.</summary>
            public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}
