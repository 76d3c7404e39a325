using Qiansi.Torch.Autograd;
using Qiansi.Torch.Functional;
using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>−target · ln input − (1 − target) · ln(1 − input), of probabilities. Logarithms are cut off at −100.</summary>
            /// <param name="input">Probabilities, as from sigmoid.</param>
            /// <param name="target">Probabilities of the same shape; mostly 0 or 1.</param>
            /// <param name="weight">A factor for each element; broadcasts.</param>
            /// <exception cref="ArgumentException">Shapes differ, or an input is no probability.</exception>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (!Shape.Same(input.sizes, target.sizes))
                    throw new ArgumentException($"binary_cross_entropy: the input has shape {Shape.Text(input.sizes)}, the target {Shape.Text(target.sizes)}; they must be equal: target.view_as(input)");
                Tensor y;
                using (no_grad())
                {
                    if (input.count > 0 && !((input >= 0).logical_and(input <= 1)).all().item<bool>())
                        throw new ArgumentException($"binary_cross_entropy: inputs are probabilities between 0 and 1, these go from {input.min().ToSingle()} to {input.max().ToSingle()}; apply sigmoid first, or use binary_cross_entropy_with_logits");
                    y = ((target - 1) * (1 - input).log().clamp_min(-100)) - (target * input.log().clamp_min(-100));
                }
                if (GradMode.Needs(input, target)) y = new BinaryCrossEntropyBackward0(input, target).Attach(y);
                return Losses.Reduce(weight is null ? y : y * weight, reduction);
            }

            // y = −t·ln x − (1 − t)·ln(1 − x);  ∂x = g(x − t)/(x(1 − x)), ∂t = g(ln(1 − x) − ln x)
            private sealed class BinaryCrossEntropyBackward0(Tensor x, Tensor t) : Node(x, t)
            {
                private Saved x = new(x), t = new(t);

                protected override Tensor Backward(int input, Tensor grad) => input == 0
                    ? grad * (x.Value - t.Value) / (x.Value * (1 - x.Value)).clamp_min(1e-12)
                    : grad * ((1 - x.Value).log().clamp_min(-100) - x.Value.log().clamp_min(-100));

                protected internal override void Release() => Saved.Release(ref x, ref t);
            }

            /// <summary>Binary cross entropy of sigmoid(input), without its rounding.</summary>
            /// <param name="input">Any numbers: the logits.</param>
            /// <param name="target">Probabilities of the same shape; mostly 0 or 1.</param>
            /// <param name="weight">A factor for each element; broadcasts.</param>
            /// <param name="pos_weights">A factor for the part of each class that belongs to target 1; broadcasts.</param>
            /// <exception cref="ArgumentException">Shapes differ.</exception>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                if (!Shape.Same(input.sizes, target.sizes))
                    throw new ArgumentException($"binary_cross_entropy_with_logits: the input has shape {Shape.Text(input.sizes)}, the target {Shape.Text(target.sizes)}; they must be equal: target.view_as(input)");
                Tensor y;
                using (no_grad())
                {
                    // ln(1 + e^−x) = max(−x, 0) + ln(1 + e^−|x|)
                    var softplus = input.neg().clamp_min(0) + input.abs().neg().exp().log1p();
                    y = ((1 - target) * input) + (pos_weights is null ? softplus : softplus * (((pos_weights - 1) * target) + 1));
                }
                if (GradMode.Needs(input, target)) y = new BinaryCrossEntropyWithLogitsBackward0(input, target, pos_weights).Attach(y);
                return Losses.Reduce(weight is null ? y : y * weight, reduction);
            }

            // y = (1 − t)·x + (1 + (p − 1)·t)·ln(1 + e^−x);  ∂x = g((1 − t) − (1 + (p − 1)·t)·σ(−x)), ∂t = g((p − 1)·ln(1 + e^−x) − x)
            private sealed class BinaryCrossEntropyWithLogitsBackward0(Tensor x, Tensor t, Tensor? p) : Node(x, t)
            {
                private Saved x = new(x), t = new(t), p = new(p);

                protected override Tensor Backward(int input, Tensor grad)
                {
                    if (input == 1) return grad * ((p.IsNull ? 0 : softplus(x.Value.neg()) * (p.Value - 1)) - x.Value);
                    if (p.IsNull) return grad * (x.Value.sigmoid() - t.Value);
                    return grad * ((1 - t.Value) - ((((p.Value - 1) * t.Value) + 1) * x.Value.neg().sigmoid()));
                }

                protected internal override void Release() => Saved.Release(ref x, ref t, ref p);
            }
        }
    }
}
