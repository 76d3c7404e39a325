using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>Cross entropy of logits, two classes: sigmoid and loss in one.</summary>
    public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null)
            : base(weight, reduction)
        {
            this.pos_weights = pos_weights;
            if (pos_weights is not null) register_buffer("pos_weight", pos_weights);
        }

        /// <summary>How much target 1 counts, against 0.</summary>
        public Tensor? pos_weights { get; }

        /// <summary>The loss of logits and targets of the same shape: one number, or with <c>Reduction.None</c> one each.</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Cross entropy of logits, two classes.</summary>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

            public static partial class functional
            {
                /// <summary>Binary cross entropy of sigmoid(input), without its rounding.</summary>
                /// <param name="input">Any numbers: the logits.</param>
                /// <param name="target">Probabilities of the same shape; mostly 0 or 1.</param>
                /// <param name="weight">A factor for each element; broadcasts.</param>
                /// <param name="pos_weights">A factor for the part of each class that belongs to target 1; broadcasts.</param>
                /// <exception cref="ArgumentException">Shapes differ.</exception>
                public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
                {
                    if (!Shape.Same(input.sizes, target.sizes))
                        throw new ArgumentException(
                            $"binary_cross_entropy_with_logits: the input has shape {Shape.Text(input.sizes)}, the target "
                                + $"{Shape.Text(target.sizes)}; they must be equal: target.view_as(input)");
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
}
