using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Where input and target are closer than delta, half their squared difference; else delta · (their difference − delta/2)
            /// (Huber 1964).
            /// </summary>
            /// <param name="delta">Where squares end.</param>
            /// <exception cref="ArgumentException">Shapes do not fit, or delta is not positive.</exception>
            [Layer("HuberLoss")]
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
