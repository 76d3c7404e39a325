namespace Qiansi.Modules
{
    /// <summary>A table of vectors that are learned: indices (…) give (…, width).</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long? padding;
        private Parameter weightParameter;

        internal Embedding(Parameter weight, long? padding_idx) : base(nameof(Embedding))
        {
            var rows = weight.size(0);
            if (padding_idx < -rows || padding_idx >= rows)
                throw new ArgumentException($"Embedding: padding_idx {padding_idx} is no row of a table of {rows}");
            padding = padding_idx < 0 ? padding_idx + rows : padding_idx;
            weightParameter = weight;
            register_parameter("weight", weight);
        }

        internal static Embedding Create(long rows, long width, long? padding_idx, ScalarType? dtype)
        {
            if (rows < 0 || width < 0) throw new ArgumentException($"Embedding: {rows} rows of {width}; sizes cannot be negative");
            var layer = new Embedding(new Parameter(empty([rows, width], dtype)), padding_idx);
            nn.init.normal_(layer.weight);
            using (no_grad())
            {
                if (layer.padding is { } row) layer.weight.select(0, row).fill_(0);
            }
            return layer;
        }

        /// <summary>The table, (rows, width). Set it to share one between layers.</summary>
        public Parameter weight
        {
            get => weightParameter;
            set => register_parameter("weight", weightParameter = value);
        }

        /// <summary>The rows of these numbers.</summary>
        /// <exception cref="ArgumentException">An index is no row.</exception>
        public override Tensor forward(Tensor input) => nn.functional.embedding(input, weightParameter, padding);

        /// <inheritdoc/>
        public override string extra_repr() =>
            $"{weightParameter.sizes[0]}, {weightParameter.sizes[1]}{(padding is { } p ? $", padding_idx={p}" : "")}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors that are learned.</summary>
            /// <param name="num_embeddings">How many rows.</param>
            /// <param name="embedding_dims">How wide a row is.</param>
            /// <param name="padding_idx">A row that stays zero.</param>
            /// <param name="max_norm">Not supported: must be null.</param>
            /// <param name="scale_grad_by_freq">Not supported: must be false.</param>
            /// <param name="sparse">Gradients are dense whatever is asked for.</param>
            /// <exception cref="NotSupportedException">max_norm or scale_grad_by_freq is given.</exception>
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
                double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
                ScalarType? dtype = null)
            {
                if (max_norm != null || scale_grad_by_freq)
                    throw new NotSupportedException("Embedding: max_norm and scale_grad_by_freq are not supported; leave them out");
                return Modules.Embedding.Create(num_embeddings, embedding_dims, padding_idx, dtype);
            }

            /// <summary>A table of vectors that are given.</summary>
            /// <param name="embeddings">The table, (rows, width).</param>
            /// <param name="freeze">Whether it is not to be learned.</param>
            /// <exception cref="NotSupportedException">max_norm or scale_grad_by_freq is given.</exception>
            public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null,
                double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false,
                Device? device = null, ScalarType? dtype = null)
            {
                if (max_norm != null || scale_grad_by_freq)
                    throw new NotSupportedException("Embedding: max_norm and scale_grad_by_freq are not supported; leave them out");
                if (embeddings.ndim != 2)
                    throw new ArgumentException(
                        $"Embedding_from_pretrained: the table must be a matrix (rows, width), it has {embeddings.ndim} dimensions");
                return new Embedding(new Parameter(dtype is { } type ? embeddings.to_type(type) : embeddings, !freeze), padding_idx);
            }
        }
    }
}
