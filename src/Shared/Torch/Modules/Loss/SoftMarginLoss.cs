using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>ln(1 + e^(−target·input)) for targets of 1 and −1.</summary>
    public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.soft_margin_loss(input, target, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.SoftMarginLoss"/>
            public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) =>
                new(reduction);

            public static partial class functional
            {
                /// <summary>ln(1 + e^(−target·input)) for targets of 1 and −1.</summary>
                /// <exception cref="ArgumentException">Shapes do not fit.</exception>
                public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
                {
                    Losses.CheckShapes("soft_margin_loss", input, target);
                    return Losses.Reduce(logsigmoid(target * input).neg(), reduction);
                }
            }
        }
    }
}
