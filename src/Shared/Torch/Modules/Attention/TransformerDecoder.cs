namespace Qiansi.Modules
{
    /// <summary>Decoder layers one after the other; all begin with the values of the one given.</summary>
    public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
    {
        private readonly ModuleList<TransformerDecoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerDecoder(TransformerDecoderLayer layer, long num_layers, LayerNorm? norm = null)
            : base(nameof(TransformerDecoder))
        {
            register_module("layers", layers = new ModuleList<TransformerDecoderLayer>(Copies.Of(layer, layer.again, num_layers)));
            if (norm is not null) register_module("norm", this.norm = norm);
        }

        /// <summary>The transformed sequences; masks as in <see cref="TransformerDecoderLayer.forward"/>.</summary>
        public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        {
            foreach (var layer in layers)
                tgt = layer.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
            return norm is null ? tgt : norm.call(tgt);
        }

        /// <summary>Calls the hooks that come before, the calculation, and the hooks that come after it;
        /// gives what the last of them makes of the result.</summary>
        public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask = null, Tensor? memory_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Decoder layers one after the other, which all begin with the values of the one given.</summary>
            public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) =>
                new(decoder_layer, num_layers);
        }
    }
}
