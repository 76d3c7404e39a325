using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Kumaraswamy's distribution of numbers from 0 to 1, density abxᵃ⁻¹(1 − xᵃ)ᵇ⁻¹.</summary>
public sealed class Kumaraswamy : distributions.Distribution
{
    /// <summary>Distributions with these concentrations, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A concentration is not above 0.</exception>
    public Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null)
        : base(generator, Parameters.Shape(concentration1, concentration0))
    {
        (this.concentration1, this.concentration0) = Parameters.Broadcast(concentration1, concentration0);
        distributions.constraints.positive.Require(nameof(Kumaraswamy), "concentration1", concentration1);
        distributions.constraints.positive.Require(nameof(Kumaraswamy), "concentration0", concentration0);
    }

    /// <summary>a.</summary>
    public Tensor concentration1 { get; }

    /// <summary>b.</summary>
    public Tensor concentration0 { get; }

    /// <inheritdoc/>
    public override Tensor mean => Moment(1);

    /// <inheritdoc/>
    public override Tensor mode =>
        where((concentration1 >= 1).logical_and(concentration0 >= 1).logical_and((concentration1 * concentration0) != 1),
        ((concentration1 - 1) / ((concentration1 * concentration0) - 1)).pow(concentration1.reciprocal()), double.NaN);

    /// <inheritdoc/>
    public override Tensor variance => Moment(2) - Moment(1).square();

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.unit_interval;

    // E[xⁿ] = b·B(1 + n/a, b).
    private Tensor Moment(int n)
    {
        var first = (n / concentration1) + 1;
        return concentration0 * (first.lgamma() + concentration0.lgamma() - (first + concentration0).lgamma()).exp();
    }

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) =>
        (1 - Uniforms(shape, concentration1.type).pow(concentration0.reciprocal())).pow(concentration1.reciprocal());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        concentration1.log() + concentration0.log() + ((concentration1 - 1) * Check(value).log())
        + ((concentration0 - 1) * value.pow(concentration1).neg().log1p());

    /// <inheritdoc/>
    public override Tensor entropy() =>
        1 - concentration0.reciprocal() + ((1 - concentration1.reciprocal()) * ((concentration0 + 1).digamma() + Parameters.EulerGamma))
        - concentration1.log() - concentration0.log();

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => 1 - (1 - Check(value).pow(concentration1)).pow(concentration0);

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Kumaraswamy(concentration1.expand(batch_shape), concentration0.expand(batch_shape), generator);
}
