using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>ln(1 + e^(−target·input)) for targets of 1 and −1.</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("SoftMarginLoss")]
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("soft_margin_loss", input, target);
                return Losses.Reduce(logsigmoid(target * input).neg(), reduction);
            }
        }
    }
}
