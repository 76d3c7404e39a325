using Qiansi.Torch.Functional;
using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Σ max(0, margin − x_y + x_i)ᵖ / C over the wrong classes i: the hinge loss of several classes.</summary>
            /// <param name="input">(N, C), or (C).</param>
            /// <param name="target">Classes, (N), or one.</param>
            /// <param name="p">1 or 2.</param>
            /// <param name="weight">A factor for each class, (C).</param>
            /// <exception cref="ArgumentException">p is not 1 or 2, or shapes do not fit.</exception>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (p is not (1 or 2)) throw new ArgumentException($"multi_margin_loss: p is {p}; it can be 1 or 2");
                if (input.ndim is < 1 or > 2 || target.numel() != input.numel() / input.sizes[^1])
                    throw new ArgumentException(
                        $"multi_margin_loss: an input (N, C) goes with a target (N); "
                        + $"shapes are {Shape.Text(input.sizes)} and {Shape.Text(target.sizes)}");
                var index = target.to_type(int64).reshape([.. input.sizes[..^1], 1]);
                var hinge = (margin - input.gather(-1, index) + input).clamp_min(0);
                if (p == 2) hinge = hinge.square();
                if (weight is not null) hinge = hinge * weight.index_select(0, index.reshape(-1)).reshape(index.sizes);
                return Losses.Reduce(hinge.scatter(-1, index, 0.0).sum(-1) / input.sizes[^1], reduction);
            }

            /// <summary>Σ max(0, 1 − (x_y − x_i)) / C over the right classes y and the wrong classes i.</summary>
            /// <param name="input">(N, C), or (C).</param>
            /// <param name="target">Of the same shape: the numbers of the right classes in any order, then −1.</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
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

            /// <summary>The cross entropy of each of several labels, which exclude each other not, from logits; the mean over the
            /// labels.</summary>
            /// <param name="input">Logits, (…, C).</param>
            /// <param name="target">0 or 1 for each label, of the same shape.</param>
            /// <param name="weight">A factor for each label, (C).</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("multilabel_soft_margin_loss", input, target);
                var loss = ((target * logsigmoid(input)) + ((1 - target) * logsigmoid(input.neg()))).neg();
                return Losses.Reduce((weight is null ? loss : loss * weight).mean([-1]), reduction);
            }
        }
    }
}
