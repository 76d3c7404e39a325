using Qiansi.Torch.Distributions;

namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The Kullback–Leibler divergence ∫ p ln(p/q), from p to q, of shape batch_shape.</summary>
        /// <exception cref="NotSupportedException">There is no closed form here for the two families.</exception>
        public static Tensor kl_divergence(Distribution p, Distribution q) => (p, q) switch
        {
            (Bernoulli a, Bernoulli b) => Parameters.CrossEntropy(b.logits, a.probs) - a.entropy(),
            (Binomial a, Binomial b) =>
                a.total_count * (Parameters.CrossEntropy(b.logits, a.probs) - Parameters.CrossEntropy(a.logits, a.probs)),
            (Categorical a, Categorical b) => Divergence(a.probs, a.logits, b.logits),
            (OneHotCategorical a, OneHotCategorical b) => Divergence(a.probs, a.logits, b.logits),
            (Geometric a, Geometric b) => a.entropy().neg() - (b.probs.neg().log1p() / a.probs) - b.logits,
            (Poisson a, Poisson b) => (a.rate * (a.rate.log() - b.rate.log())) - (a.rate - b.rate),
            (Uniform a, Uniform b) => where(
                (b.low > a.low).logical_or(b.high < a.high), double.PositiveInfinity, ((b.high - b.low) / (a.high - a.low)).log()),
            (Exponential a, Exponential b) => (b.rate / a.rate) - (b.rate / a.rate).log() - 1,
            (Laplace a, Laplace b) => Divergence(a, b),
            (Normal a, Normal b) => Divergence(a, b),
            (HalfNormal a, HalfNormal b) => Divergence(new Normal(0f, a.scale), new Normal(0f, b.scale)),
            (Gumbel a, Gumbel b) => Divergence(a, b),
            (Gamma a, Gamma b) => Divergence(a, b),
            (Chi2 a, Chi2 b) => Divergence(new Gamma(a.df * 0.5, 0.5f), new Gamma(b.df * 0.5, 0.5f)),
            (Beta a, Beta b) =>
                Divergence(stack([a.concentration1, a.concentration0], -1), stack([b.concentration1, b.concentration0], -1)),
            (Dirichlet a, Dirichlet b) => Divergence(a.concentration, b.concentration),
            (Pareto a, Pareto b) => Divergence(a, b),
            (MultivariateNormal a, MultivariateNormal b) => Divergence(a, b),
            (Independent a, Independent b) when a.reinterpreted_batch_dims == b.reinterpreted_batch_dims =>
                a.Sum(kl_divergence(a.base_dist, b.base_dist)),
            (TransformedDistribution a, TransformedDistribution b) when a.DivergenceTo(b) is { } divergence => divergence,
            _ => throw new NotSupportedException(
                $"kl_divergence: no closed form from {p} to {q}; estimate it from samples x of p: p.log_prob(x) − q.log_prob(x)"),
        };

        private static Tensor Divergence(Tensor probs, Tensor logits, Tensor other) =>
            where(probs == 0, 0.0, where(other == double.NegativeInfinity, double.PositiveInfinity, probs * (logits - other))).sum(-1);

        private static Tensor Divergence(Normal p, Normal q)
        {
            var ratio = (p.scale / q.scale).square();
            return (ratio + ((p.loc - q.loc) / q.scale).square() - 1 - ratio.log()) * 0.5;
        }

        private static Tensor Divergence(Laplace p, Laplace q)
        {
            Tensor ratio = p.scale / q.scale, distance = (p.loc - q.loc).abs();
            return (distance / q.scale) + (ratio * (distance / p.scale).neg().exp()) - ratio.log() - 1;
        }

        // With t = β₁/β₂: E[e^(−(x − μ₂)/β₂)] = e^((μ₂ − μ₁)/β₂) Γ(1 + t).
        private static Tensor Divergence(Gumbel p, Gumbel q)
        {
            Tensor ratio = p.scale / q.scale, shift = (p.loc - q.loc) / q.scale;
            return ratio.log().neg() + shift + (ratio * Parameters.EulerGamma) + (shift.neg() + (ratio + 1).lgamma()).exp()
                - (1 + Parameters.EulerGamma);
        }

        private static Tensor Divergence(Gamma p, Gamma q) =>
            (q.concentration * (p.rate / q.rate).log()) + q.concentration.lgamma() - p.concentration.lgamma()
            + ((p.concentration - q.concentration) * p.concentration.digamma()) + ((q.rate - p.rate) * (p.concentration / p.rate));

        /// <summary>Of Dirichlet distributions with these concentrations.</summary>
        private static Tensor Divergence(Tensor a, Tensor b)
        {
            var total = a.sum(-1, keepdim: true);
            return total.squeeze(-1).lgamma() - b.sum(-1).lgamma() - (a.lgamma() - b.lgamma()).sum(-1)
                + ((a - b) * (a.digamma() - total.digamma())).sum(-1);
        }

        private static Tensor Divergence(Pareto p, Pareto q)
        {
            Tensor scales = p.scale / q.scale, alphas = q.alpha / p.alpha;
            return where(p.scale < q.scale, double.PositiveInfinity, (q.alpha * scales.log()) - alphas.log() + alphas - 1);
        }

        private static Tensor Divergence(MultivariateNormal p, MultivariateNormal q)
        {
            var logs = q.scale_tril.diagonal(0, -2, -1).log().sum(-1) - p.scale_tril.diagonal(0, -2, -1).log().sum(-1);
            var spread = linalg.solve_triangular(q.scale_tril, p.scale_tril, upper: false).square().sum([-2, -1]);
            var shift = linalg.solve_triangular(q.scale_tril, (q.loc - p.loc).unsqueeze(-1), upper: false).square().sum([-2, -1]);
            return logs + ((spread + shift - p.event_shape[0]) * 0.5);
        }
    }
}
