using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Student's t distribution, moved to a centre and scaled.</summary>
public sealed class StudentT : distributions.Distribution
{
    /// <summary>Distributions with these degrees of freedom, centres and scales, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale or degrees of freedom are not above 0.</exception>
    public StudentT(Tensor df, Tensor? loc = null, Tensor? scale = null, Generator? generator = null)
        : base(generator, Parameters.Shape(df, loc ?? df, scale ?? df))
    {
        (df, this.loc) = Parameters.Broadcast(df, loc ?? zeros_like(df));
        (this.df, this.scale) = Parameters.Broadcast(df, scale ?? ones_like(df));
        this.loc = this.loc.expand(batch_shape);
        distributions.constraints.positive.Require(nameof(StudentT), "df", this.df);
        distributions.constraints.positive.Require(nameof(StudentT), "scale", this.scale);
    }

    /// <summary>Degrees of freedom.</summary>
    public Tensor df { get; }

    /// <summary>The centre.</summary>
    public Tensor loc { get; }

    /// <summary>The scale.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => where(df > 1, loc, double.NaN);

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor variance =>
        where(df > 2, scale.square() * df / (df - 2), where(df > 1, double.PositiveInfinity, full(df.sizes, double.NaN, df.type)));

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape)
    {
        var normal = randn(shape, df.type, generator: generator);
        var squares = StandardGamma((df * 0.5).expand(shape), generator) * 2;
        return loc + (scale * normal * (squares / df).rsqrt());
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var y = (Check(value) - loc) / scale;
        var norm = scale.log() + ((df * Math.PI).log() * 0.5) + (df * 0.5).lgamma() - ((df + 1) * 0.5).lgamma();
        return ((df + 1) * -0.5 * (y.square() / df).log1p()) - norm;
    }

    /// <inheritdoc/>
    public override Tensor entropy()
    {
        Tensor half = df * 0.5, next = (df + 1) * 0.5;
        return scale.log() + (next * (next.digamma() - half.digamma())) + (df.log() * 0.5) + half.lgamma() + (0.5 * Math.Log(Math.PI))
            - next.lgamma();
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new StudentT(df.expand(batch_shape), loc.expand(batch_shape), scale.expand(batch_shape), generator);
}
