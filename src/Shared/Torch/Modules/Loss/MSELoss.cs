using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean of (input − target)².</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("MSELoss")]
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("mse_loss", input, target);
                Tensor y;
                using (no_grad()) y = Losses.Reduce((input - target).square(), reduction);
                return GradMode.Needs(input, target) ? new MseLossBackward0(input, target, reduction).Attach(y) : y;
            }

            // y = Σ (x − t)² / n;  ∂x = 2g(x − t)/n, ∂t = −∂x
            private sealed class MseLossBackward0(Tensor x, Tensor t, Reduction reduction) : Node(x, t)
            {
                private Saved x = new(x), t = new(t);

                protected override Tensor Backward(int input, Tensor grad)
                {
                    var difference = input == 0 ? x.Value - t.Value : t.Value - x.Value;
                    return difference * (grad * (reduction == Reduction.Mean ? 2.0 / difference.count : 2.0));
                }

                protected internal override void Release() => Saved.Release(ref x, ref t);
            }
        }
    }
}
