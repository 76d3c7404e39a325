namespace Qiansi.Modules
{
    /// <summary>Encoder layers one after the other; all begin with the values of the one given.</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerEncoder(TransformerEncoderLayer layer, long num_layers, LayerNorm? norm = null)
            : base(nameof(TransformerEncoder))
        {
            register_module("layers", layers = new ModuleList<TransformerEncoderLayer>(Copies.Of(layer, layer.again, num_layers)));
            if (norm is not null) register_module("norm", this.norm = norm);
        }

        /// <summary>The transformed sequences, of the shape of the input.</summary>
        /// <param name="src">(L, N, E).</param>
        /// <param name="src_mask">(L, L): true where a place may not look.</param>
        /// <param name="src_key_padding_mask">(N, L): true where a sequence has nothing.</param>
        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            foreach (var layer in layers) src = layer.call(src, src_mask, src_key_padding_mask);
            return norm is null ? src : norm.call(src);
        }

        /// <summary>Calls the hooks that come before, the calculation, and the hooks that come after it;
        /// gives what the last of them makes of the result.</summary>
        public new Tensor call(Tensor src, Tensor? src_mask = null, Tensor? src_key_padding_mask = null) =>
            base.call(src, src_mask, src_key_padding_mask);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Encoder layers one after the other, which all begin with the values of the one given.</summary>
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) =>
                new(encoder_layer, num_layers);
        }
    }
}
