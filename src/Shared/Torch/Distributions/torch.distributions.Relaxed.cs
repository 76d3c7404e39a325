using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.LogitRelaxedBernoulli"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);

        /// <inheritdoc cref="Modules.LogitRelaxedBernoulli"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(Tensor temperature, float? probs, float? logits = null,
            Generator? generator = null) =>
            new(temperature, Number(probs), Number(logits), generator);

        /// <inheritdoc cref="Modules.LogitRelaxedBernoulli"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(Tensor temperature, double? probs, double? logits = null,
            Generator? generator = null) =>
            new(temperature, Number(probs), Number(logits), generator);

        /// <inheritdoc cref="Modules.RelaxedBernoulli"/>
        public static RelaxedBernoulli RelaxedBernoulli(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);

        /// <inheritdoc cref="Modules.RelaxedBernoulli"/>
        public static RelaxedBernoulli RelaxedBernoulli(Tensor temperature, float? probs, float? logits = null,
            Generator? generator = null) =>
            new(temperature, Number(probs), Number(logits), generator);

        /// <inheritdoc cref="Modules.RelaxedBernoulli"/>
        public static RelaxedBernoulli RelaxedBernoulli(Tensor temperature, double? probs, double? logits = null,
            Generator? generator = null) =>
            new(temperature, Number(probs), Number(logits), generator);

        /// <inheritdoc cref="Modules.ExpRelaxedCategorical"/>
        public static ExpRelaxedCategorical ExpRelaxedCategorical(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);

        /// <inheritdoc cref="Modules.RelaxedOneHotCategorical"/>
        public static RelaxedOneHotCategorical RelaxedOneHotCategorical(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);

        /// <inheritdoc cref="Modules.TransformedDistribution"/>
        public static TransformedDistribution TransformedDistribution(
            Distribution base_distribution, transforms.Transform transform, Generator? generator = null) =>
            new(base_distribution, transform, generator);

        /// <inheritdoc cref="Modules.TransformedDistribution"/>
        public static TransformedDistribution TransformedDistribution(
            Distribution base_distribution, IEnumerable<transforms.Transform> transforms, Generator? generator = null) =>
            new(base_distribution, transforms, generator);
    }
}
