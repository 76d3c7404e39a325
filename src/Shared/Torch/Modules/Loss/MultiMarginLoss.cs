using Qiansi.Torch.Functional;

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
            /// <param name="margin">By how much the right class is to be ahead.</param>
            /// <exception cref="ArgumentException">p is not 1 or 2, or shapes do not fit.</exception>
            [Layer("MultiMarginLoss")]
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null,
                Reduction reduction = Reduction.Mean)
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
        }
    }
}
