using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>The mean of (input − target)².</summary>
    public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public MSELoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean of (input − target)².</summary>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                /// <summary>The mean of (input − target)².</summary>
                /// <exception cref="ArgumentException">Shapes do not fit.</exception>
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
}
