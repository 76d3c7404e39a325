using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The beta distribution of numbers from 0 to 1, density xᵅ⁻¹(1 − x)ᵝ⁻¹Γ(α + β)/(Γ(α)Γ(β)).</summary>
public sealed class Beta : distributions.Distribution
{
    /// <summary>Distributions with these concentrations, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A concentration is not above 0.</exception>
    public Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null)
        : base(generator, Parameters.Shape(concentration1, concentration0))
    {
        (this.concentration1, this.concentration0) = Parameters.Broadcast(concentration1, concentration0);
        distributions.constraints.positive.Require(nameof(Beta), "concentration1", concentration1);
        distributions.constraints.positive.Require(nameof(Beta), "concentration0", concentration0);
    }

    /// <summary>α.</summary>
    public Tensor concentration1 { get; }

    /// <summary>β.</summary>
    public Tensor concentration0 { get; }

    /// <inheritdoc/>
    public override Tensor mean => concentration1 / Total;

    /// <inheritdoc/>
    public override Tensor mode =>
        where((concentration1 > 1).logical_and(concentration0 > 1), (concentration1 - 1) / (Total - 2), double.NaN);

    /// <inheritdoc/>
    public override Tensor variance => concentration1 * concentration0 / (Total.square() * (Total + 1));

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.unit_interval;

    /// <inheritdoc/>
    private Tensor Total => concentration1 + concentration0;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) =>
        new Dirichlet(stack([concentration1, concentration0], -1), generator).Drawn([.. shape, 2]).select(-1, 0);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        (concentration1 - 1).xlogy(Check(value)) + (concentration0 - 1).xlogy(1 - value)
        + Total.lgamma() - concentration1.lgamma() - concentration0.lgamma();

    /// <inheritdoc/>
    public override Tensor entropy() =>
        concentration1.lgamma() + concentration0.lgamma() - Total.lgamma() - ((concentration1 - 1) * concentration1.digamma())
        - ((concentration0 - 1) * concentration0.digamma()) + ((Total - 2) * Total.digamma());

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Beta(concentration1.expand(batch_shape), concentration0.expand(batch_shape), generator);
}
