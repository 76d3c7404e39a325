using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Σ max(0, 1 − (x_y − x_i)) / C over the right classes y and the wrong classes i.</summary>
            /// <param name="input">(N, C), or (C).</param>
            /// <param name="target">Of the same shape: the numbers of the right classes in any order, then −1.</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("MultiLabelMarginLoss")]
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                if (!Shape.Same(input.sizes, target.sizes) || input.ndim is < 1 or > 2)
                    throw new ArgumentException(
                        $"multi_label_margin_loss: input and target are both (N, C); "
                        + $"shapes are {Shape.Text(input.sizes)} and {Shape.Text(target.sizes)}");
                // What stands after the first −1 does not count.
                var given = (target < 0).to_type(int64).cumsum(-1) == 0;
                var index = where(given, target, 0L);
                var right = zeros(input.sizes, input.type).scatter_add(-1, index, given.to_type(input.type)) > 0;
                // (N, right y, wrong i)
                var hinge = (1 - input.gather(-1, index).unsqueeze(-1) + input.unsqueeze(-2)).clamp_min(0);
                var counts = given.unsqueeze(-1).logical_and(right.logical_not().unsqueeze(-2));
                return Losses.Reduce(where(counts, hinge, 0.0).sum([-2, -1]) / input.sizes[^1], reduction);
            }
        }
    }
}
