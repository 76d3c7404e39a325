using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>The negative log likelihood of counts that follow Poisson's distribution.</summary>
    public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
            : base(reduction) =>
            (this.log_input, this.full, this.eps) = (log_input, full, eps);

        /// <summary>Whether the input is ln λ.</summary>
        public bool log_input { get; }

        /// <summary>Whether ln t! is added.</summary>
        public bool full { get; }

        /// <summary>Added to λ before its logarithm.</summary>
        public float eps { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.PoissonNLLLoss"/>
            public static PoissonNLLLoss PoissonNLLLoss(
                bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                new(log_input, full, eps, reduction);

            public static partial class functional
            {
                /// <summary>The negative log likelihood of counts that follow Poisson's distribution: λ − t·ln λ.</summary>
                /// <param name="input">ln λ, or λ.</param>
                /// <param name="target">Counts.</param>
                /// <param name="log_input">Whether the input is ln λ.</param>
                /// <param name="full">Whether ln t! is added, by Stirling's formula, for counts above 1.</param>
                /// <param name="eps">Added to λ, so that its logarithm stays finite.</param>
                /// <exception cref="ArgumentException">Shapes do not fit.</exception>
                public static Tensor poisson_nll_loss(
                    Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f,
                    Reduction reduction = Reduction.Mean)
                {
                    Losses.CheckShapes("poisson_nll_loss", input, target);
                    var loss = log_input ? input.exp() - (target * input) : input - (target * (input + (double)eps).log());
                    if (full)
                    {
                        var many = where(target > 1, target, 1.0);
                        loss = loss + where(target > 1, (target * many.log()) - target + ((many * (2 * Math.PI)).log() * 0.5), 0.0);
                    }

                    return Losses.Reduce(loss, reduction);
                }
            }
        }
    }
}
