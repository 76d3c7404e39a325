using Qiansi.Modules;

namespace Qiansi;

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
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            if (max_norm != null || scale_grad_by_freq) throw new NotSupportedException("Embedding: max_norm and scale_grad_by_freq are not supported; leave them out");
            return Modules.Embedding.Create(num_embeddings, embedding_dims, padding_idx, dtype);
        }

        /// <summary>A table of vectors that are given.</summary>
        /// <param name="embeddings">The table, (rows, width).</param>
        /// <param name="freeze">Whether it is not to be learned.</param>
        /// <exception cref="NotSupportedException">max_norm or scale_grad_by_freq is given.</exception>
        public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            if (max_norm != null || scale_grad_by_freq) throw new NotSupportedException("Embedding: max_norm and scale_grad_by_freq are not supported; leave them out");
            if (embeddings.ndim != 2) throw new ArgumentException($"Embedding_from_pretrained: the table must be a matrix (rows, width), it has {embeddings.ndim} dimensions");
            return new Embedding(new Parameter(dtype is { } type ? embeddings.to_type(type) : embeddings, !freeze), padding_idx);
        }
    }
}
