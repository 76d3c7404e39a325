using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>The hinge loss of several classes.</summary>
    public sealed class MultiMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
            : base(reduction) =>
            (this.p, this.margin, this.weight) = (p, margin, weight);

        /// <summary>The power, 1 or 2.</summary>
        public int p { get; }

        /// <summary>By how much the right class is to be ahead.</summary>
        public double margin { get; }

        /// <summary>A factor for each class.</summary>
        public Tensor? weight { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MultiMarginLoss"/>
            public static MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);

            public static partial class functional
            {
                /// <summary>Σ max(0, margin − x_y + x_i)ᵖ / C over the wrong classes i: the hinge loss of several classes.</summary>
                /// <param name="input">(N, C), or (C).</param>
                /// <param name="target">Classes, (N), or one.</param>
                /// <param name="p">1 or 2.</param>
                /// <param name="weight">A factor for each class, (C).</param>
                /// <exception cref="ArgumentException">p is not 1 or 2, or shapes do not fit.</exception>
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
}
