using Qiansi.Torch.Distributions;
using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The logits of <see cref="RelaxedBernoulli"/>: a trial's logit with logistic noise, divided by the temperature.</summary>
/// <remarks>Maddison, Mnih and Teh, The Concrete Distribution (2017), appendix B.</remarks>
public sealed class LogitRelaxedBernoulli : distributions.Distribution
{
    private readonly ProbsOrLogits p;

    /// <summary>Trials of these probabilities, or of these logits ln(p/(1 − p)), at a temperature.</summary>
    /// <exception cref="ArgumentException">Both or none are given, or a probability is not from 0 to 1, or the temperature not above
    /// 0.</exception>
    public LogitRelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(temperature, new ProbsOrLogits(nameof(LogitRelaxedBernoulli), probs, logits, binary: true), generator)
    {
    }

    private LogitRelaxedBernoulli(Tensor temperature, ProbsOrLogits p, Generator? generator) : base(generator, p.Shape)
    {
        this.temperature = distributions.constraints.positive.Require(nameof(LogitRelaxedBernoulli), "temperature", temperature);
        this.p = p;
    }

    /// <summary>The lower, the nearer are the values to 0 and 1.</summary>
    public Tensor temperature { get; }

    /// <summary>p.</summary>
    public Tensor probs => p.Probs;

    /// <summary>ln(p/(1 − p)).</summary>
    public Tensor logits => p.Logits;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: there is no closed form.</exception>
    public override Tensor mean => throw Missing("mean");

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: there is no closed form.</exception>
    public override Tensor variance => throw Missing("variance");

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape)
    {
        var p = Away(probs.expand(shape));
        var noise = Away(Uniforms(shape, p.type));
        return (noise.log() - noise.neg().log1p() + p.log() - p.neg().log1p()) / temperature;
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var difference = logits - (Check(value) * temperature);
        return temperature.log() + difference - (difference.exp().log1p() * 2);
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape)
    {
        var (probs, logits) = p.Expanded(batch_shape);
        return new LogitRelaxedBernoulli(temperature, probs, logits, generator);
    }

    /// <summary>Away from 0 and 1 by the type's ε.</summary>
    internal static Tensor Away(Tensor p) => p.clamp(Parameters.Epsilon(p.type), 1 - Parameters.Epsilon(p.type));
}
