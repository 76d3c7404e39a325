using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>Squared differences where they are below delta, differences elsewhere (Huber 1964).</summary>
    public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) => this.delta = delta;

        /// <summary>Where squares end.</summary>
        public double delta { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, delta, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Squared differences where they are below delta, differences elsewhere.</summary>
            public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

            public static partial class functional
            {
                /// <summary>
                /// Where input and target are closer than delta, half their squared difference; else delta · (their difference − delta/2)
                /// (Huber 1964).
                /// </summary>
                /// <exception cref="ArgumentException">Shapes do not fit, or delta is not positive.</exception>
                public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean)
                {
                    if (delta <= 0) throw new ArgumentException($"huber_loss: delta is {delta}; it must be positive");
                    Losses.CheckShapes("huber_loss", input, target);
                    var distance = (input - target).abs();
                    return Losses.Reduce(
                        where(distance.detach() <= delta, distance.square() * 0.5, (distance - (0.5 * delta)) * delta), reduction);
                }
            }
        }
    }
}
