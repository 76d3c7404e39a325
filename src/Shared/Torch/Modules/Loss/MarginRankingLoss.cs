using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>max(0, margin − target·(input1 − input2)): a target of 1 asks that input1 is the larger one, −1 that input2
            /// is.</summary>
            /// <param name="margin">By how much.</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("MarginRankingLoss")]
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
