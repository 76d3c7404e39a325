namespace Qiansi.Modules
{
    /// <summary>Encoder and decoder (Vaswani et al. 2017): a source (S, N, E) and a target (T, N, E) give (T, N, E).</summary>
    public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly TransformerEncoder encoder;
        private readonly TransformerDecoder decoder;

        internal Transformer(long d_model, long nhead, long encoders, long decoders, long dim_feedforward, double dropout,
            nn.Activations activation) : base(nameof(Transformer))
        {
            register_module("encoder", encoder = new TransformerEncoder(
                nn.TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation), encoders, nn.LayerNorm(d_model)));
            register_module("decoder", decoder = new TransformerDecoder(
                nn.TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation), decoders, nn.LayerNorm(d_model)));
            foreach (var parameter in parameters())
            {
                if (parameter.ndim > 1) nn.init.xavier_uniform_(parameter);
            }
        }

        /// <summary>The transformed target, (T, N, E), of a source (S, N, E) and a target (T, N, E).</summary>
        public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null);

        /// <summary>The transformed target; masks are true where a place may not look, or where a sequence has nothing.</summary>
        public Tensor call(Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null,
            Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
            decoder.call(tgt, encoder.call(src, src_mask, src_key_padding_mask), tgt_mask, memory_mask, tgt_key_padding_mask,
                memory_key_padding_mask);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Encoder and decoder (Vaswani et al. 2017): a source (S, N, E) and a target (T, N, E) give (T, N, E).</summary>
            public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6,
                long num_decoder_layers = 6, long dim_feedforward = 2048, double dropout = 0.1,
                Activations activation = Activations.ReLU) =>
                    new(d_model, nhead, num_encoder_layers, num_decoder_layers, dim_feedforward, dropout, activation);
        }
    }
}
