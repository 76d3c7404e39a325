using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Numbers from low to high, all equally likely.</summary>
public sealed class Uniform : distributions.Distribution
{
    /// <summary>Distributions between these bounds, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A low is not below its high.</exception>
    public Uniform(Tensor low, Tensor high, Generator? generator = null) : base(generator, Parameters.Shape(low, high))
    {
        (this.low, this.high) = Parameters.Broadcast(low, high);
    }

    /// <summary>The smallest number.</summary>
    public Tensor low { get; }

    /// <summary>Above the largest number.</summary>
    public Tensor high { get; }

    /// <inheritdoc/>
    public override Tensor mean => (low + high) * 0.5;

    /// <inheritdoc/>
    public override Tensor variance => (high - low).square() / 12;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.interval(low, high);

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => low + (Uniforms(shape, low.type) * (high - low));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        where((Check(value) >= low).logical_and(value < high), (high - low).log().neg(), double.NegativeInfinity);

    /// <inheritdoc/>
    public override Tensor entropy() => (high - low).log();

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => ((value - low) / (high - low)).clamp(0, 1);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => low + (value * (high - low));

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Uniform(low.expand(batch_shape), high.expand(batch_shape), generator);
}
