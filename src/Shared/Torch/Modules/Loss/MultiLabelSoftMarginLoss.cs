using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The cross entropy of each of several labels, which exclude each other not, from logits; the mean over the
            /// labels.</summary>
            /// <param name="input">Logits, (…, C).</param>
            /// <param name="target">0 or 1 for each label, of the same shape.</param>
            /// <param name="weight">A factor for each label, (C).</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("MultiLabelSoftMarginLoss")]
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
