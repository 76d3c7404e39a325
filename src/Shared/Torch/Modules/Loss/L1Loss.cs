using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean of |input − target|.</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("L1Loss")]
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("l1_loss", input, target);
                return Losses.Reduce((input - target).abs(), reduction);
            }
        }
    }
}
