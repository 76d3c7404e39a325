using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The gamma distribution, density βᵅxᵅ⁻¹e^(−βx)/Γ(α).</summary>
public sealed class Gamma : distributions.Distribution
{
    /// <summary>Distributions with these shapes and rates, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A concentration or a rate is not above 0.</exception>
    public Gamma(Tensor concentration, Tensor rate, Generator? generator = null) : base(generator, Parameters.Shape(concentration, rate))
    {
        (this.concentration, this.rate) = Parameters.Broadcast(concentration, rate);
        distributions.constraints.positive.Require(nameof(Gamma), "concentration", concentration);
        distributions.constraints.positive.Require(nameof(Gamma), "rate", rate);
    }

    /// <summary>α, the shape.</summary>
    public Tensor concentration { get; }

    /// <summary>β.</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override Tensor mean => concentration / rate;

    /// <inheritdoc/>
    public override Tensor mode => ((concentration - 1) / rate).clamp_min(0);

    /// <inheritdoc/>
    public override Tensor variance => concentration / rate.square();

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) =>
        (StandardGamma(concentration.expand(shape), generator) / rate).clamp_min(Parameters.Smallest(rate.type));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        (concentration * rate.log()) + (concentration - 1).xlogy(Check(value)) - (rate * value) - concentration.lgamma();

    /// <inheritdoc/>
    public override Tensor entropy() =>
        concentration - rate.log() + concentration.lgamma() + ((1 - concentration) * concentration.digamma());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => concentration.igamma(rate * Check(value));

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Gamma(concentration.expand(batch_shape), rate.expand(batch_shape), generator);
}
