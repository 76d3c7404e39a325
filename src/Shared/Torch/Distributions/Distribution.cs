using Qiansi.Torch.Distributions;

namespace Qiansi;

public static partial class torch
{
    /// <summary>Probability distributions: draw from them, ask for densities, moments and entropies. Names and formulas are
    /// PyTorch's.</summary>
    public static partial class distributions
    {
        /// <summary>A batch of distributions of one family, each with parameters of its own.</summary>
        /// <remarks>A sample has the shape sample_shape + batch_shape + event_shape; <see cref="log_prob"/> of it has sample_shape +
        /// batch_shape.</remarks>
        public abstract class Distribution
        {
            private readonly long[] batch, events;

            /// <summary>A distribution with these shapes.</summary>
            /// <param name="generator">The source of samples; the default one when null.</param>
            /// <param name="batch_shape">The shape of the independent distributions.</param>
            /// <param name="event_shape">The shape of one draw of one of them.</param>
            protected Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
            {
                this.generator = generator;
                batch = batch_shape ?? [];
                events = event_shape ?? [];
            }

            /// <summary>The source of samples; the default one when null.</summary>
            protected Generator? generator { get; }

            /// <summary>The shape of the independent distributions.</summary>
            public long[] batch_shape => [.. batch];

            /// <summary>The shape of one draw: empty for a number.</summary>
            public long[] event_shape => [.. events];

            /// <summary>The values that can be drawn.</summary>
            public virtual constraints.Constraint support => constraints.dependent;

            /// <summary>The expected value; NaN where there is none.</summary>
            public abstract Tensor mean { get; }

            /// <summary>The most likely value.</summary>
            public virtual Tensor mode => throw Missing("mode");

            /// <summary>The expected squared distance from the mean; NaN or ∞ where there is none.</summary>
            public abstract Tensor variance { get; }

            /// <summary>The root of the variance.</summary>
            public virtual Tensor stddev => variance.sqrt();

            /// <summary>Whether samples have gradients with respect to the parameters.</summary>
            public virtual bool has_rsample => true;

            /// <summary>Draws, without gradients.</summary>
            /// <param name="sample_shape">The shape of independent draws from the whole batch; none for one draw.</param>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var _ = no_grad();
                return Draw(ExtendedShape(sample_shape));
            }

            /// <summary>Draws so that gradients flow from the samples to the parameters.</summary>
            /// <param name="sample_shape">The shape of independent draws from the whole batch; none for one draw.</param>
            /// <exception cref="NotSupportedException">The values are discrete: they have no gradients.</exception>
            public virtual Tensor rsample(params long[] sample_shape) => has_rsample
                ? Draw(ExtendedShape(sample_shape))
                : throw new NotSupportedException($"{GetType().Name}.rsample: discrete values have no gradients; use sample()");

            /// <summary>A draw of this shape, sample_shape + batch_shape + event_shape.</summary>
            protected virtual Tensor Draw(long[] shape) => throw Missing("sample");

            /// <summary>The logarithm of the density, or of the probability, of values.</summary>
            /// <param name="value">A shape that broadcasts to batch_shape + event_shape.</param>
            /// <exception cref="ArgumentException">A value cannot be drawn from the distribution.</exception>
            public abstract Tensor log_prob(Tensor value);

            /// <summary>The entropy in nats, of shape batch_shape.</summary>
            public virtual Tensor entropy() => throw Missing("entropy");

            /// <summary>The probability of values up to this one.</summary>
            public virtual Tensor cdf(Tensor value) => throw Missing("cdf");

            /// <summary>The value up to which values have this probability: the inverse of <see cref="cdf"/>.</summary>
            public virtual Tensor icdf(Tensor value) => throw Missing("icdf");

            /// <summary>e to the entropy.</summary>
            public Tensor perplexity() => entropy().exp();

            /// <summary>The distribution with its parameters expanded to another batch shape.</summary>
            public virtual Distribution expand(params long[] batch_shape) => throw Missing("expand");

            /// <summary>The shape of a sample: sample_shape + batch_shape + event_shape.</summary>
            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch, .. events];

            /// <summary>Uniform numbers from 0 to below 1, drawn as PyTorch draws them.</summary>
            private protected Tensor Uniforms(long[] shape, ScalarType type) => rand(shape, type, generator: generator);

            /// <summary>Refuses values that cannot be drawn.</summary>
            private protected Tensor Check(Tensor value)
            {
                if (events.Length > 0 && !Shape.Expands(events, value.sizes[Math.Max(0, value.sizes.Length - events.Length)..]))
                    throw new ArgumentException(
                        $"{GetType().Name}: a value has shape {Shape.Text(events)}, that given has shape {Shape.Text(value.sizes)}");
                return support.Require(GetType().Name, "a value", value);
            }

            private protected NotSupportedException Missing(string what) =>
                new($"{GetType().Name} has no {what}: there is no closed form for it, in PyTorch neither");

            /// <summary>E.g. <c>Normal(batch_shape: [2], event_shape: [])</c>.</summary>
            public override string ToString() => $"{GetType().Name}(batch_shape: {Shape.Text(batch)}, event_shape: {Shape.Text(events)})";
        }
    }
}
