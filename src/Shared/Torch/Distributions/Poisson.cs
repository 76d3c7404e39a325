using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Poisson's distribution of counts, probability λᵏe^(−λ)/k!.</summary>
public sealed class Poisson : distributions.Distribution
{
    /// <summary>Distributions with these mean counts.</summary>
    /// <exception cref="ArgumentException">A rate is below 0.</exception>
    public Poisson(Tensor rate, Generator? generator = null) : base(generator, rate.sizes)
    {
        this.rate = Parameters.Real(rate);
        distributions.constraints.nonnegative.Require(nameof(Poisson), "rate", rate);
    }

    /// <summary>λ, the mean count.</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override Tensor mean => rate;

    /// <inheritdoc/>
    public override Tensor mode => rate.floor();

    /// <inheritdoc/>
    public override Tensor variance => rate;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative_integer;

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => rate.expand(shape).poisson(generator);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Check(value).xlogy(rate) - rate - (value + 1).lgamma();

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) => new Poisson(rate.expand(batch_shape), generator);
}
