using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>Cross entropy of probabilities, two classes.</summary>
    public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(weight, reduction)
        {
        }

        /// <summary>The loss of probabilities and targets of the same shape: one number, or with <c>Reduction.None</c> one each.</summary>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy(input, target, weight, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Cross entropy of probabilities, two classes.</summary>
            public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                /// <summary>−target · ln input − (1 − target) · ln(1 − input), of probabilities. Logarithms are cut off at −100.</summary>
                /// <param name="input">Probabilities, as from sigmoid.</param>
                /// <param name="target">Probabilities of the same shape; mostly 0 or 1.</param>
                /// <param name="weight">A factor for each element; broadcasts.</param>
                /// <exception cref="ArgumentException">Shapes differ, or an input is no probability.</exception>
                public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean)
                {
                    if (!Shape.Same(input.sizes, target.sizes))
                        throw new ArgumentException(
                            $"binary_cross_entropy: the input has shape {Shape.Text(input.sizes)}, the target "
                                + $"{Shape.Text(target.sizes)}; they must be equal: target.view_as(input)");
                    Tensor y;
                    using (no_grad())
                    {
                        if (input.count > 0 && !((input >= 0).logical_and(input <= 1)).all().item<bool>())
                            throw new ArgumentException(
                                $"binary_cross_entropy: inputs are probabilities between 0 and 1, these go from {input.min().ToSingle()} "
                                    + $"to {input.max().ToSingle()}; apply sigmoid first, or use binary_cross_entropy_with_logits");
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
            }
        }
    }
}
