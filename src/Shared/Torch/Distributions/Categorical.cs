using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>One of several outcomes, numbered from 0.</summary>
public sealed class Categorical : distributions.Distribution
{
    private readonly ProbsOrLogits p;

    /// <summary>Outcomes with these probabilities, or these logits ln p, along the last dimension; both are normalized.</summary>
    /// <exception cref="ArgumentException">Both or none are given, they are no vectors, or a probability is below 0.</exception>
    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(new ProbsOrLogits(nameof(Categorical), probs, logits, binary: false), generator)
    {
    }

    private Categorical(ProbsOrLogits p, Generator? generator) : base(generator, p.Shape[..^1]) => this.p = p;

    /// <summary>Probabilities, of shape batch_shape + (number of outcomes).</summary>
    public Tensor probs => p.Probs;

    /// <summary>ln p, of shape batch_shape + (number of outcomes).</summary>
    public Tensor logits => p.Logits;

    /// <summary>The shape of the probabilities.</summary>
    public long[] param_shape => [.. p.Shape];

    /// <summary>NaN: outcomes are names, not quantities.</summary>
    public override Tensor mean => full(batch_shape, double.NaN, p.Type);

    /// <inheritdoc/>
    public override Tensor mode => probs.argmax(-1);

    /// <summary>NaN: outcomes are names, not quantities.</summary>
    public override Tensor variance => full(batch_shape, double.NaN, p.Type);

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.UpTo(p.Shape[^1] - 1);

    /// <summary>int64, from 0 to the number of outcomes − 1.</summary>
    protected override Tensor Draw(long[] shape)
    {
        // As PyTorch draws: all samples of one distribution, then those of the next.
        var samples = Qiansi.Torch.Shapes.Shape.Count(shape) / Math.Max(1, Qiansi.Torch.Shapes.Shape.Count(batch_shape));
        if (samples == 0) return empty(shape, int64);
        return multinomial(probs.reshape(-1, p.Shape[^1]), samples, replacement: true, generator).T.reshape(shape);
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var index = Check(value).to_type(int64);
        var shape = Parameters.Shape(index, empty(batch_shape, int64));
        return logits.expand([.. shape, p.Shape[^1]]).gather(-1, index.expand(shape).unsqueeze(-1)).squeeze(-1);
    }

    /// <inheritdoc/>
    public override Tensor entropy() => where(probs == 0, 0.0, probs * logits).sum(-1).neg();

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape)
    {
        var (probs, logits) = p.Expanded([.. batch_shape, p.Shape[^1]]);
        return new Categorical(probs, logits, generator);
    }
}
