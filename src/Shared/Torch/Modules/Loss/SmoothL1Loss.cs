using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>Squared differences where they are below beta, differences elsewhere (Girshick 2015).</summary>
    public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1) : base(reduction) => this.beta = beta;

        /// <summary>Where squares end.</summary>
        public double beta { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Squared differences where they are below beta, differences elsewhere.</summary>
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(reduction, beta);

            public static partial class functional
            {
                /// <summary>
                /// Where input and target are closer than beta, their squared difference / (2·beta); else their difference − beta/2.
                /// </summary>
                /// <exception cref="ArgumentException">Shapes do not fit, or beta is negative.</exception>
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
}
