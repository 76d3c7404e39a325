using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>The cross entropy of several labels that do not exclude each other.</summary>
    public sealed class MultiLabelSoftMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public MultiLabelSoftMarginLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.weight = weight;

        /// <summary>A factor for each label.</summary>
        public Tensor? weight { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MultiLabelSoftMarginLoss"/>
            public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);

            public static partial class functional
            {
                /// <summary>The cross entropy of each of several labels, which exclude each other not, from logits; the mean over the
                /// labels.</summary>
                /// <param name="input">Logits, (…, C).</param>
                /// <param name="target">0 or 1 for each label, of the same shape.</param>
                /// <param name="weight">A factor for each label, (C).</param>
                /// <exception cref="ArgumentException">Shapes do not fit.</exception>
                public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean)
                {
                    Losses.CheckShapes("multilabel_soft_margin_loss", input, target);
                    var loss = ((target * logsigmoid(input)) + ((1 - target) * logsigmoid(input.neg()))).neg();
                    return Losses.Reduce((weight is null ? loss : loss * weight).mean([-1]), reduction);
                }
            }
        }
    }
}
