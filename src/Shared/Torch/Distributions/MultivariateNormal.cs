using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Normally distributed vectors.</summary>
public sealed class MultivariateNormal : distributions.Distribution
{
    /// <summary>Vectors of this mean and, one of the three: covariance Σ, its inverse, or its lower Cholesky factor L with LLᵀ =
    /// Σ.</summary>
    /// <exception cref="ArgumentException">Not one of the three is given, the mean is no vector, or the matrix is not positive
    /// definite.</exception>
    public MultivariateNormal(
        Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null,
        Generator? generator = null)
        : this(loc, Factor(loc, covariance_matrix, precision_matrix, scale_tril), generator)
    {
    }

    private MultivariateNormal(Tensor loc, Tensor factor, Generator? generator)
        : base(generator, Parameters.Shape(loc.select(-1, 0), factor.select(-1, 0).select(-1, 0)), loc.sizes[^1..])
    {
        this.loc = loc.expand(ExtendedShape());
        scale_tril = factor.expand([.. batch_shape, .. event_shape, .. event_shape]);
    }

    /// <summary>The mean.</summary>
    public Tensor loc { get; }

    /// <summary>L, the lower Cholesky factor of the covariance.</summary>
    public Tensor scale_tril { get; }

    /// <summary>Σ = LLᵀ.</summary>
    public Tensor covariance_matrix => scale_tril.matmul(scale_tril.mT);

    /// <summary>Σ⁻¹.</summary>
    public Tensor precision_matrix => linalg.inv(covariance_matrix);

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <summary>The diagonal of Σ.</summary>
    public override Tensor variance => scale_tril.square().sum(-1);

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real_vector;

    private Tensor HalfLogDeterminant => scale_tril.diagonal(0, -2, -1).log().sum(-1);

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) =>
        loc + scale_tril.matmul(randn(shape, loc.type, generator: generator).unsqueeze(-1)).squeeze(-1);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var difference = (Check(value) - loc).unsqueeze(-1);
        var factor = scale_tril.expand([.. difference.sizes[..^1], event_shape[0]]);
        var squares = linalg.solve_triangular(factor, difference, upper: false).square().sum([-2, -1]);
        return ((squares + (event_shape[0] * Math.Log(2 * Math.PI))) * -0.5) - HalfLogDeterminant;
    }

    /// <inheritdoc/>
    public override Tensor entropy() => HalfLogDeterminant + (0.5 * event_shape[0] * (1 + Math.Log(2 * Math.PI)));

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) => new MultivariateNormal(
        loc.expand([.. batch_shape, .. event_shape]), scale_tril.expand([.. batch_shape, .. event_shape, .. event_shape]), generator);

    private static Tensor Factor(Tensor loc, Tensor? covariance, Tensor? precision, Tensor? factor)
    {
        if (loc.ndim < 1) throw new ArgumentException("MultivariateNormal: loc has to be a vector; a single number was given");
        return (covariance, precision, factor) switch
        {
            ({ } c, null, null) => linalg.cholesky(c),
            (null, { } p, null) => linalg.cholesky(linalg.inv(p)),
            (null, null, { } l) => l,
            _ =>
                throw new ArgumentException("MultivariateNormal: give covariance_matrix, precision_matrix or scale_tril, one of the three"),
        };
    }
}
