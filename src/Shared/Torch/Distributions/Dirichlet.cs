using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Dirichlet's distribution of vectors of probabilities, density ∏ xᵢ^(αᵢ − 1) · Γ(Σ αᵢ) / ∏ Γ(αᵢ).</summary>
public sealed class Dirichlet : distributions.Distribution
{
    /// <summary>Distributions with these concentrations along the last dimension.</summary>
    /// <exception cref="ArgumentException">The concentrations are no vectors, or one is not above 0.</exception>
    public Dirichlet(Tensor concentration, Generator? generator = null)
        : base(generator, Vector(concentration).sizes[..^1], concentration.sizes[^1..]) =>
        this.concentration = Parameters.Real(distributions.constraints.positive.Require(nameof(Dirichlet), "concentration", concentration));

    /// <summary>α.</summary>
    public Tensor concentration { get; }

    private Tensor Total => concentration.sum(-1, keepdim: true);

    /// <inheritdoc/>
    public override Tensor mean => concentration / Total;

    /// <summary>NaN where a concentration is 1 or below: the density has no largest value inside.</summary>
    public override Tensor mode =>
        where((concentration > 1).all(-1, true), (concentration - 1) / (Total - concentration.sizes[^1]), double.NaN);

    /// <inheritdoc/>
    public override Tensor variance => concentration * (Total - concentration) / (Total.square() * (Total + 1));

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.simplex;

    /// <summary>Gamma numbers divided by their sum; gradients flow through them.</summary>
    protected override Tensor Draw(long[] shape)
    {
        var gamma = StandardGamma(concentration.expand(shape), generator);
        return gamma / gamma.sum(-1, keepdim: true);
    }

    internal Tensor Drawn(long[] shape) => Draw(shape);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        (concentration - 1).xlogy(Check(value)).sum(-1) + concentration.sum(-1).lgamma() - concentration.lgamma().sum(-1);

    /// <inheritdoc/>
    public override Tensor entropy()
    {
        var total = concentration.sum(-1);
        return concentration.lgamma().sum(-1) - total.lgamma() + ((total - concentration.sizes[^1]) * total.digamma())
            - ((concentration - 1) * concentration.digamma()).sum(-1);
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Dirichlet(concentration.expand([.. batch_shape, concentration.sizes[^1]]), generator);

    private static Tensor Vector(Tensor concentration) =>
        concentration.ndim > 0
            ? concentration
            : throw new ArgumentException("Dirichlet: concentration has to be a vector, a number for each outcome; it is one number");
}
