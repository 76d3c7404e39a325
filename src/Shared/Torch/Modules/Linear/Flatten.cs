namespace Qiansi.Modules
{
    /// <summary>Several dimensions as one: by default all but the first, so that an image becomes a row of features.</summary>
    public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Flatten(long start_dim, long end_dim) : base(nameof(Flatten)) => (this.start_dim, this.end_dim) = (start_dim, end_dim);

        /// <summary>The first dimension of those that become one.</summary>
        public long start_dim { get; set; }

        /// <summary>The last dimension of those that become one.</summary>
        public long end_dim { get; set; }

        /// <summary>The input with dimensions start_dim to end_dim made one.</summary>
        public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);

        /// <inheritdoc/>
        public override string extra_repr() => $"start_dim={start_dim}, end_dim={end_dim}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that makes several dimensions one, by default all but the first.</summary>
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);
        }
    }
}
