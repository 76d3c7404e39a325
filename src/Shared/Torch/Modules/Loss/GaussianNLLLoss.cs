using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The negative log likelihood of numbers that are normally distributed: ½(ln σ² + (x − t)²/σ²).</summary>
            /// <param name="input">Means.</param>
            /// <param name="target">The numbers.</param>
            /// <param name="variance">σ²: of the input's shape, without its last dimension, or with 1 there.</param>
            /// <param name="full">Whether ½ ln 2π is added.</param>
            /// <param name="eps">What the variance is at least.</param>
            /// <exception cref="ArgumentException">Shapes do not fit, or a variance is negative.</exception>
            [Layer("GaussianNLLLoss")]
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f,
                Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("gaussian_nll_loss", input, target);
                if (!Shape.Same(variance.sizes, input.sizes))
                {
                    if (variance.ndim == input.ndim - 1 && Shape.Same(variance.sizes, input.sizes[..^1]))
                        variance = variance.unsqueeze(-1);
                    else if (variance.ndim != input.ndim || !Shape.Same(variance.sizes[..^1], input.sizes[..^1])
                        || variance.sizes[^1] != 1)
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
