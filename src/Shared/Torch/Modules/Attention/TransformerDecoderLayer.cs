namespace Qiansi.Modules
{
    /// <summary>
    /// Self-attention, attention to an encoder's output and a small network, each with a shortcut and a normalisation (Vaswani et al.
    /// 2017).
    /// </summary>
    public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
    {
        private readonly MultiheadAttention self, cross;
        private readonly Linear first, second;
        private readonly Dropout inner, dropout1, dropout2, dropout3;
        private readonly LayerNorm norm1, norm2, norm3;
        private readonly nn.Activations activation;
        private readonly bool normFirst;
        internal readonly Func<TransformerDecoderLayer> again;

        internal TransformerDecoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation,
            bool batch_first, bool norm_first) : base(nameof(TransformerDecoderLayer))
        {
            (this.activation, normFirst) = (activation, norm_first);
            again = () => new TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first);
            register_module("self_attn", self = nn.MultiheadAttention(d_model, nhead, dropout, batch_first: batch_first));
            register_module("multihead_attn", cross = nn.MultiheadAttention(d_model, nhead, dropout, batch_first: batch_first));
            register_module("linear1", first = nn.Linear(d_model, dim_feedforward));
            register_module("dropout", inner = nn.Dropout(dropout));
            register_module("linear2", second = nn.Linear(dim_feedforward, d_model));
            register_module("norm1", norm1 = nn.LayerNorm(d_model));
            register_module("norm2", norm2 = nn.LayerNorm(d_model));
            register_module("norm3", norm3 = nn.LayerNorm(d_model));
            register_module("dropout1", dropout1 = nn.Dropout(dropout));
            register_module("dropout2", dropout2 = nn.Dropout(dropout));
            register_module("dropout3", dropout3 = nn.Dropout(dropout));
        }

        /// <summary>The transformed sequences, of the shape of the input.</summary>
        /// <param name="tgt">(T, N, E).</param>
        /// <param name="memory">The encoder's output, (S, N, E).</param>
        /// <param name="tgt_mask">(T, T): true where a place may not look.</param>
        /// <param name="memory_mask">(T, S): likewise, at the encoder's output.</param>
        /// <param name="tgt_key_padding_mask">(N, T): true where a sequence has nothing.</param>
        /// <param name="memory_key_padding_mask">(N, S): likewise, of the encoder's.</param>
        public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask,
            Tensor? memory_key_padding_mask)
        {
            var x = tgt;
            if (normFirst)
            {
                x += Attend(norm1.call(x));
                x += Look(norm2.call(x));
                return x + Transform(norm3.call(x));
            }
            x = norm1.call(x + Attend(x));
            x = norm2.call(x + Look(x));
            return norm3.call(x + Transform(x));

            Tensor Attend(Tensor y) => dropout1.call(self.call(y, y, y, tgt_key_padding_mask, need_weights: false, tgt_mask).Item1);

            Tensor Look(Tensor y) =>
                dropout2.call(cross.call(y, memory, memory, memory_key_padding_mask, need_weights: false, memory_mask).Item1);
        }

        /// <summary>Calls the hooks that come before, the calculation, and the hooks that come after it;
        /// gives what the last of them makes of the result.</summary>
        public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask = null, Tensor? memory_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        private Tensor Transform(Tensor x)
        {
            var y = first.call(x);
            y = activation == nn.Activations.GELU ? nn.functional.gelu(y) : y.relu();
            return dropout3.call(second.call(inner.call(y)));
        }
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer of self-attention, attention to an encoder's output and a small network.</summary>
            /// <param name="batch_first">Whether inputs are (N, L, E) instead of (L, N, E).</param>
            /// <param name="norm_first">Whether each part is normalised before instead of after.</param>
            public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048,
                double dropout = 0.1, Activations activation = Activations.ReLU, bool batch_first = false, bool norm_first = false) =>
                    new(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first);
        }
    }
}
