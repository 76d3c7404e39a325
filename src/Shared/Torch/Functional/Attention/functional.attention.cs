using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(Q·Kᵀ/√d + mask)·V (Vaswani et al. 2017).</summary>
            /// <param name="query">(…, L, d).</param>
            /// <param name="key">(…, S, d).</param>
            /// <param name="value">(…, S, e).</param>
            /// <param name="attn_mask">
            /// Truth values, true where a query may look; or numbers that are added to the scores. Broadcasts to (…, L, S).
            /// </param>
            /// <param name="p">The probability with which weights are dropped.</param>
            /// <param name="is_casual">Whether a query looks only at keys up to its own place (the name is TorchSharp's).</param>
            /// <returns>(…, L, e).</returns>
            /// <exception cref="ArgumentException">Shapes do not fit, or both a mask and the causal rule are given.</exception>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null,
                double p = 0.0, bool is_casual = false)
            {
                if (query.sizes.Length < 2 || key.sizes.Length < 2 || value.sizes.Length < 2 || query.sizes[^1] != key.sizes[^1]
                    || key.sizes[^2] != value.sizes[^2])
                    throw new ArgumentException(
                        $"scaled_dot_product_attention: query {Shape.Text(query.sizes)}, key {Shape.Text(key.sizes)} and value "
                            + $"{Shape.Text(value.sizes)} do not fit; (…, L, d), (…, S, d) and (…, S, e) are needed");
                if (attn_mask is not null && is_casual)
                    throw new ArgumentException(
                        "scaled_dot_product_attention: give attn_mask or is_casual, not both; a causal mask is ones(L, S, bool).tril()");
                if (attn_mask is not null && attn_mask.type != ScalarType.Bool && attn_mask.type != query.type)
                    throw new ArgumentException(
                        $"scaled_dot_product_attention: attn_mask is {attn_mask.type.TorchName()}; it must be torch.bool or "
                            + $"{query.type.TorchName()}");
                if (p is < 0 or > 1 or double.NaN)
                    throw new ArgumentException($"scaled_dot_product_attention: p is {p}; it must be a probability between 0 and 1");
                return p == 0 && Attentions.Suits(query, key, value, attn_mask)
                    ? Attentions.Run(query, key, value, attn_mask, is_casual)
                    : Attentions.Reference(query, key, value, attn_mask, is_casual, p).Output;
            }
        }
    }
}
