using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>The right one of two numbers is to be larger, by a margin.</summary>
    public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public MarginRankingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.margin = margin;

        /// <summary>By how much.</summary>
        public double margin { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MarginRankingLoss"/>
            public static MarginRankingLoss MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>max(0, margin − target·(input1 − input2)): a target of 1 asks that input1 is the larger one, −1 that input2
                /// is.</summary>
                /// <exception cref="ArgumentException">Shapes do not fit.</exception>
                public static Tensor margin_ranking_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
                {
                    Losses.CheckShapes("margin_ranking_loss", input1, input2);
                    Losses.CheckShapes("margin_ranking_loss", input1, target);
                    return Losses.Reduce((margin - (target * (input1 - input2))).clamp_min(0), reduction);
                }
            }
        }
    }
}
