using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Where input and target are closer than beta, their squared difference / (2·beta); else their difference − beta/2.
            /// </summary>
            /// <param name="beta">Where squares end.</param>
            /// <exception cref="ArgumentException">Shapes do not fit, or beta is negative.</exception>
            [Layer("SmoothL1Loss")]
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
            {
                if (beta < 0) throw new ArgumentException($"smooth_l1_loss: beta is {beta}; it cannot be negative");
                if (beta == 0) return l1_loss(input, target, reduction);
                Losses.CheckShapes("smooth_l1_loss", input, target);
                var distance = (input - target).abs();
                return Losses.Reduce(
                    where(distance.detach() < beta, distance.square() * (0.5 / beta), distance - (0.5 * beta)), reduction);
            }
        }
    }
}
