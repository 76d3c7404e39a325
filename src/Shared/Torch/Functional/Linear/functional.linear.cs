using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x·Wᵀ + b along the last dimension: (…, in) by (out, in) gives (…, out).</summary>
            /// <param name="input">x, of shape (…, in).</param>
            /// <param name="weights">W, of shape (out, in).</param>
            /// <param name="bias">b, of shape (out); null for none.</param>
            /// <exception cref="ArgumentException">Shapes or types do not fit.</exception>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                if (weights.sizes.Length != 2)
                    throw new ArgumentException(
                        $"linear: the weights have shape {Shape.Text(weights.sizes)}; they must be a matrix (out, in)");
                if (input.sizes.Length == 0 || input.sizes[^1] != weights.sizes[1])
                    throw new ArgumentException(LinearMisfit("linear", input, weights.sizes[1], "weights expect"));
                if (bias is not null && (bias.sizes.Length != 1 || bias.sizes[0] != weights.sizes[0]))
                    throw new ArgumentException(
                        $"linear: the bias has shape {Shape.Text(bias.sizes)}, and {weights.sizes[0]} features come out (weights "
                            + $"{Shape.Text(weights.sizes)})");
                if (input.type != weights.type)
                    throw new ArgumentException(
                        $"linear: the input is {input.type.TorchName()}, the weights are {weights.type.TorchName()}; convert one: "
                            + $"input.to({weights.type.TorchName()})");
                return LinearLayer.Run(input, weights, bias);
            }

            internal static string LinearMisfit(string layer, Tensor input, long expected, string expects)
            {
                var shape = Shape.Text(input.sizes);
                if (input.sizes.Length == 0)
                    return $"{layer}: the input is a single number, {expects} {expected} features; give a tensor of shape [..., "
                        + $"{expected}]";
                long flat = 1;
                for (var i = 1; i < input.sizes.Length; i++) flat *= input.sizes[i];
                var fix = input.sizes.Length > 2 && flat == expected ? "; flatten it first: flatten(1)"
                    : input.sizes.Length > 2 ? $"; flatten it first: flatten(1) gives {flat} features" : "";
                return $"{layer}: input has {input.sizes[^1]} features, {expects} {expected} (input shape {shape}{fix})";
            }

            /// <summary>x₁ᵀ·W·x₂ + b for each output: (…, in1) and (…, in2) by (out, in1, in2) give (…, out).</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
            {
                if (weight.sizes.Length != 3 || input1.sizes.Length == 0 || input1.sizes[^1] != weight.sizes[1]
                    || input2.sizes[^1] != weight.sizes[2])
                    throw new ArgumentException(
                        $"bilinear: inputs {Shape.Text(input1.sizes)} and {Shape.Text(input2.sizes)} do not fit weights "
                            + $"{Shape.Text(weight.sizes)}; their last sizes must be the weights' last two");
                // (…, in1)·(in1, out·in2) → (…, out, in2), then by x₂.
                var left = input1.matmul(weight.transpose(0, 1).reshape(weight.sizes[1], weight.sizes[0] * weight.sizes[2]))
                    .unflatten(-1, weight.sizes[0], weight.sizes[2]);
                var y = (left * input2.unsqueeze(-2)).sum(-1);
                return bias is null ? y : y + bias;
            }
        }
    }
}
