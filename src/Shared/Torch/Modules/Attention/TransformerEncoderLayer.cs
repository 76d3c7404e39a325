namespace Qiansi.Modules
{
    /// <summary>
    /// Self-attention and a small network, each with a shortcut and a normalisation (Vaswani et al. 2017): (L, N, E) gives (L, N, E).
    /// </summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>
    {
        private readonly MultiheadAttention attention;
        private readonly Linear first, second;
        private readonly Dropout inner, afterAttention, afterNetwork;
        private readonly LayerNorm norm1, norm2;
        private readonly nn.Activations activation;
        private readonly bool normFirst;
        internal readonly Func<TransformerEncoderLayer> again;

        internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation,
            bool batch_first, bool norm_first) : base(nameof(TransformerEncoderLayer))
        {
            (this.activation, normFirst) = (activation, norm_first);
            again = () => new TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first);
            register_module("self_attn", attention = nn.MultiheadAttention(d_model, nhead, dropout, batch_first: batch_first));
            register_module("linear1", first = nn.Linear(d_model, dim_feedforward));
            register_module("dropout", inner = nn.Dropout(dropout));
            register_module("linear2", second = nn.Linear(dim_feedforward, d_model));
            register_module("norm1", norm1 = nn.LayerNorm(d_model));
            register_module("norm2", norm2 = nn.LayerNorm(d_model));
            register_module("dropout1", afterAttention = nn.Dropout(dropout));
            register_module("dropout2", afterNetwork = nn.Dropout(dropout));
        }

        /// <summary>The transformed sequences, of the shape of the input.</summary>
        public override Tensor forward(Tensor src) => Run(src, null, null);

        /// <summary>The transformed sequences; src_mask (L, L) is true where a place may not look.</summary>
        public Tensor call(Tensor src, Tensor? src_mask) => Run(src, src_mask, null);

        /// <summary>The transformed sequences; src_key_padding_mask (N, L) is true where a sequence has nothing.</summary>
        public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

        internal Tensor Run(Tensor x, Tensor? mask, Tensor? padding)
        {
            if (normFirst)
            {
                x += Attend(norm1.call(x), mask, padding);
                return x + Transform(norm2.call(x));
            }
            x = norm1.call(x + Attend(x, mask, padding));
            return norm2.call(x + Transform(x));
        }

        private Tensor Attend(Tensor x, Tensor? mask, Tensor? padding) =>
            afterAttention.call(attention.call(x, x, x, padding, need_weights: false, mask).Item1);

        private Tensor Transform(Tensor x)
        {
            var y = first.call(x);
            y = activation == nn.Activations.GELU ? nn.functional.gelu(y) : y.relu();
            return afterNetwork.call(second.call(inner.call(y)));
        }
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer of self-attention and a small network.</summary>
            /// <param name="batch_first">Whether inputs are (N, L, E) instead of (L, N, E).</param>
            /// <param name="norm_first">Whether each part is normalised before instead of after.</param>
            public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048,
                double dropout = 0.1, Activations activation = Activations.ReLU, bool batch_first = false, bool norm_first = false) =>
                    new(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first);
        }
    }
}
