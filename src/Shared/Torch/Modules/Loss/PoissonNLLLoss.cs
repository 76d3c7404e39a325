using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The negative log likelihood of counts that follow Poisson's distribution: λ − t·ln λ.</summary>
            /// <param name="input">ln λ, or λ.</param>
            /// <param name="target">Counts.</param>
            /// <param name="log_input">Whether the input is ln λ.</param>
            /// <param name="full">Whether ln t! is added, by Stirling's formula, for counts above 1.</param>
            /// <param name="eps">Added to λ, so that its logarithm stays finite.</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("PoissonNLLLoss")]
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
