using Qiansi.Torch.Functional;
using Qiansi.Torch.Shapes;

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

            /// <summary>The negative log likelihood of numbers that are normally distributed: ½(ln σ² + (x − t)²/σ²).</summary>
            /// <param name="input">Means.</param>
            /// <param name="target">The numbers.</param>
            /// <param name="variance">σ²: of the input's shape, without its last dimension, or with 1 there.</param>
            /// <param name="full">Whether ½ ln 2π is added.</param>
            /// <param name="eps">What the variance is at least.</param>
            /// <exception cref="ArgumentException">Shapes do not fit, or a variance is negative.</exception>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("gaussian_nll_loss", input, target);
                if (!Shape.Same(variance.sizes, input.sizes))
                {
                    if (variance.ndim == input.ndim - 1 && Shape.Same(variance.sizes, input.sizes[..^1])) variance = variance.unsqueeze(-1);
                    else if (variance.ndim != input.ndim || !Shape.Same(variance.sizes[..^1], input.sizes[..^1]) || variance.sizes[^1] != 1)
                        throw new ArgumentException(
                            $"gaussian_nll_loss: variance {Shape.Text(variance.sizes)} does not fit input {Shape.Text(input.sizes)}");
                }

                if ((variance < 0).any().ToBoolean())
                    throw new ArgumentException($"gaussian_nll_loss: a variance is not negative, as {variance.min().ToScalar()} is");
                // A variance below eps counts as eps, but keeps its gradient, so that it can grow.
                Tensor missing;
                using (no_grad()) missing = ((double)eps - variance).clamp_min(0);
                variance = variance + missing;
                var loss = (variance.log() + ((input - target).square() / variance)) * 0.5;
                return Losses.Reduce(full ? loss + (0.5 * Math.Log(2 * Math.PI)) : loss, reduction);
            }
        }
    }
}
