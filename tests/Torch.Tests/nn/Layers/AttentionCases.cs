using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class AttentionCases
{
    private const long E = 8;

    public static readonly Dictionary<string, Func<LayerCase>> All = new()
    {
        ["sdpa"] = () => LayerCase.Function(x => functional.scaled_dot_product_attention(x[0], x[1], x[2])),
        ["sdpa causal"] = () => LayerCase.Function(x => functional.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true)),
        ["sdpa bool mask"] = () => LayerCase.Function(x => functional.scaled_dot_product_attention(x[0], x[1], x[2], x[3])),
        ["sdpa float mask"] = () => LayerCase.Function(x => functional.scaled_dot_product_attention(x[0], x[1], x[2], x[3])),
        ["MHA"] = () => Of(MultiheadAttention(E, 2)),
        ["MHA no bias"] = () => Of(MultiheadAttention(E, 2, bias: false)),
        ["MHA kdim"] = () => Of(MultiheadAttention(E, 2, kdim: 6, vdim: 6)),
        ["MHA no weights"] =
            () => MultiheadAttention(E, 2) is var m ? new LayerCase(m, x => [m.call(x[0], x[1], x[1], need_weights: false).Item1]) : null!,
        ["MHA bias_kv zero"] = () => Of(MultiheadAttention(E, 2, add_bias_kv: true, add_zero_attn: true)),
        ["MHA batch_first"] = () => Of(MultiheadAttention(E, 2, batch_first: true)),
        ["MHA padding mask"] =
            () => Of(MultiheadAttention(E, 2), x => (x[2], x[3].logical_and(eye(5, 6).to_type(ScalarType.Bool).logical_not()))),
        ["MHA float mask"] = () => Of(MultiheadAttention(E, 2), x => (null, x[2])),
        ["MHA dropout"] = () => Of(MultiheadAttention(E, 2, dropout: 0.3)),
        ["EncoderLayer"] = () => LayerCase.Layer(TransformerEncoderLayer(E, 2, 12, 0)),
        ["EncoderLayer gelu dropout"] = () => LayerCase.Layer(TransformerEncoderLayer(E, 2, 12, 0.2, Activations.GELU)),
        ["EncoderLayer norm_first"] = () => LayerCase.Layer(TransformerEncoderLayer(E, 2, 12, 0, norm_first: true)),
        ["Encoder"] = () => TransformerEncoder(TransformerEncoderLayer(E, 2, 12, 0), 2) is var m
            ? new LayerCase(m, x => [m.call(x[0], x[1])]) : null!,
        ["DecoderLayer"] = () => TransformerDecoderLayer(E, 2, 12, 0) is var m ? new LayerCase(m, x => [m.call(x[0], x[1])]) : null!,
        ["Decoder"] = () => TransformerDecoder(TransformerDecoderLayer(E, 2, 12, 0), 2) is var m
            ? new LayerCase(m, x => [m.call(x[0], x[1], x[2])]) : null!,
        ["Transformer"] = () => LayerCase.Layer(Transformer(E, 2, 1, 1, 12, 0)),
    };

    private static LayerCase Of(MultiheadAttention module, Func<Tensor[], (Tensor? Padding, Tensor? Mask)>? masks = null) =>
        new(module, x =>
        {
            var (padding, mask) = masks?.Invoke(x) ?? (null, null);
            var (output, weights) = module.call(x[0], x[1], x[1], padding, true, mask);
            return [output, weights!];
        });
}
