using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A layer of attention in several heads.</summary>
        /// <param name="embedded_dim">The width of queries and of the output.</param>
        /// <param name="num_heads">How many heads it is divided into.</param>
        /// <param name="dropout">The probability with which weights are dropped while training.</param>
        /// <param name="add_bias_kv">Whether a key and a value are learned that everybody sees.</param>
        /// <param name="add_zero_attn">Whether a key and a value of zeros are added.</param>
        /// <param name="kdim">The width of keys, when it is another.</param>
        /// <param name="vdim">The width of values, when it is another.</param>
        /// <param name="batch_first">Whether inputs are (N, L, E) instead of (L, N, E).</param>
        public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null, bool batch_first = false) => new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim, batch_first);

        /// <summary>A layer of self-attention and a small network.</summary>
        /// <param name="batch_first">Whether inputs are (N, L, E) instead of (L, N, E).</param>
        /// <param name="norm_first">Whether each part is normalised before instead of after.</param>
        public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU, bool batch_first = false, bool norm_first = false) => new(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first);

        /// <summary>A layer of self-attention, attention to an encoder's output and a small network.</summary>
        /// <param name="batch_first">Whether inputs are (N, L, E) instead of (L, N, E).</param>
        /// <param name="norm_first">Whether each part is normalised before instead of after.</param>
        public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU, bool batch_first = false, bool norm_first = false) => new(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first);

        /// <summary>Encoder layers one after the other.</summary>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);

        /// <summary>Decoder layers one after the other.</summary>
        public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) => new(decoder_layer, num_layers);

        /// <summary>Encoder and decoder.</summary>
        public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) => new(d_model, nhead, num_encoder_layers, num_decoder_layers, dim_feedforward, dropout, activation);
    }
}
