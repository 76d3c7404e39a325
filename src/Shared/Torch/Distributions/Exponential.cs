using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The exponential distribution, density λe^(−λx).</summary>
public sealed class Exponential : distributions.Distribution
{
    /// <summary>Distributions with these rates.</summary>
    /// <exception cref="ArgumentException">A rate is not above 0.</exception>
    public Exponential(Tensor rate, Generator? generator = null) : base(generator, rate.sizes)
    {
        this.rate = Parameters.Real(rate);
        distributions.constraints.positive.Require(nameof(Exponential), "rate", rate);
    }

    /// <summary>λ.</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override Tensor mean => rate.reciprocal();

    /// <inheritdoc/>
    public override Tensor mode => zeros_like(rate);

    /// <inheritdoc/>
    public override Tensor variance => rate.pow(-2);

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => empty(shape, rate.type).exponential_(1, generator) / rate;

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => rate.log() - (rate * Check(value));

    /// <inheritdoc/>
    public override Tensor entropy() => 1 - rate.log();

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => 1 - (rate.neg() * Check(value)).exp();

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => value.neg().log1p().neg() / rate;

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) => new Exponential(rate.expand(batch_shape), generator);
}
