namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.Bernoulli"/>
        public static Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator: generator);

        /// <inheritdoc cref="Modules.Bernoulli"/>
        public static Bernoulli Bernoulli(float? probs, float? logits = null, Generator? generator = null) =>
            new(Number(probs), Number(logits), generator: generator);

        /// <inheritdoc cref="Modules.Bernoulli"/>
        public static Bernoulli Bernoulli(double? probs, double? logits = null, Generator? generator = null) =>
            new(Number(probs), Number(logits), generator: generator);

        /// <inheritdoc cref="Modules.Beta"/>
        public static Beta Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null) =>
            new(concentration1, concentration0, generator: generator);

        /// <inheritdoc cref="Modules.Binomial"/>
        public static Binomial Binomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, probs, logits, generator: generator);

        /// <inheritdoc cref="Modules.Binomial"/>
        public static Binomial Binomial(int total_count, float? probs, float? logits = null, Generator? generator = null) =>
            new(tensor(total_count), Number(probs), Number(logits), generator: generator);

        /// <inheritdoc cref="Modules.Binomial"/>
        public static Binomial Binomial(int total_count, double? probs, double? logits = null, Generator? generator = null) =>
            new(tensor(total_count), Number(probs), Number(logits), generator: generator);

        /// <inheritdoc cref="Modules.Categorical"/>
        public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator: generator);

        /// <inheritdoc cref="Modules.Categorical"/>
        public static Categorical Categorical(int categories, Generator? generator = null) => new(ones(categories), generator: generator);

        /// <inheritdoc cref="Modules.Cauchy"/>
        public static Cauchy Cauchy(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator: generator);

        /// <inheritdoc cref="Modules.Cauchy"/>
        public static Cauchy Cauchy(double loc, double scale = 1, Generator? generator = null) =>
            new(Number(loc), Number(scale), generator: generator);

        /// <inheritdoc cref="Modules.Chi2"/>
        public static Chi2 Chi2(Tensor df, Generator? generator = null) => new(df, generator: generator);

        /// <inheritdoc cref="Modules.Dirichlet"/>
        public static Dirichlet Dirichlet(Tensor concentration, Generator? generator = null) => new(concentration, generator: generator);

        /// <inheritdoc cref="Modules.Exponential"/>
        public static Exponential Exponential(Tensor rate, Generator? generator = null) => new(rate, generator: generator);

        /// <inheritdoc cref="Modules.FisherSnedecor"/>
        public static FisherSnedecor FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null) =>
            new(df1, df2, generator: generator);

        /// <inheritdoc cref="Modules.Gamma"/>
        public static Gamma Gamma(Tensor concentration, Tensor rate, Generator? generator = null) =>
            new(concentration, rate, generator: generator);

        /// <inheritdoc cref="Modules.Geometric"/>
        public static Geometric Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator: generator);

        /// <inheritdoc cref="Modules.Gumbel"/>
        public static Gumbel Gumbel(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator: generator);

        /// <inheritdoc cref="Modules.HalfCauchy"/>
        public static HalfCauchy HalfCauchy(Tensor scale, Generator? generator = null) => new(scale, generator: generator);

        /// <inheritdoc cref="Modules.HalfNormal"/>
        public static HalfNormal HalfNormal(Tensor scale, Generator? generator = null) => new(scale, generator: generator);

        /// <inheritdoc cref="Modules.Independent"/>
        public static Independent Independent(Distribution base_distribution, int reinterpreted_batch_dims, Generator? generator = null) =>
            new(base_distribution, reinterpreted_batch_dims, generator: generator);

        /// <inheritdoc cref="Modules.Kumaraswamy"/>
        public static Kumaraswamy Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null) =>
            new(concentration1, concentration0, generator: generator);

        /// <inheritdoc cref="Modules.Laplace"/>
        public static Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator: generator);

        /// <inheritdoc cref="Modules.Laplace"/>
        public static Laplace Laplace(float loc, float scale = 1, Generator? generator = null) =>
            new(Number(loc), Number(scale), generator: generator);

        /// <inheritdoc cref="Modules.Laplace"/>
        public static Laplace Laplace(double loc, double scale = 1, Generator? generator = null) =>
            new(Number(loc), Number(scale), generator: generator);

        /// <inheritdoc cref="Modules.LogNormal"/>
        public static LogNormal LogNormal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator: generator);

        /// <inheritdoc cref="Modules.Multinomial"/>
        public static Multinomial Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, probs, logits, generator: generator);

        /// <inheritdoc cref="Modules.Multinomial"/>
        public static Multinomial Multinomial(int total_count, int categories, Generator? generator = null) =>
            new(total_count, ones(categories), generator: generator);

        /// <inheritdoc cref="Modules.MultivariateNormal"/>
        public static MultivariateNormal MultivariateNormal(
            Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null,
            Generator? generator = null) =>
            new(loc, covariance_matrix, precision_matrix, scale_tril, generator: generator);

        /// <inheritdoc cref="Modules.NegativeBinomial"/>
        public static NegativeBinomial NegativeBinomial(
            Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, probs, logits, generator: generator);

        /// <inheritdoc cref="Modules.NegativeBinomial"/>
        public static NegativeBinomial NegativeBinomial(int total_count, float? probs, float? logits = null, Generator? generator = null) =>
            new(tensor(total_count), Number(probs), Number(logits), generator: generator);

        /// <inheritdoc cref="Modules.NegativeBinomial"/>
        public static NegativeBinomial NegativeBinomial(
            int total_count, double? probs, double? logits = null, Generator? generator = null) =>
            new(tensor(total_count), Number(probs), Number(logits), generator: generator);

        /// <inheritdoc cref="Modules.Normal"/>
        public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator: generator);

        /// <inheritdoc cref="Modules.Normal"/>
        public static Normal Normal(float loc, float scale = 1, Generator? generator = null) =>
            new(Number(loc), Number(scale), generator: generator);

        /// <inheritdoc cref="Modules.Normal"/>
        public static Normal Normal(double loc, double scale = 1, Generator? generator = null) =>
            new(Number(loc), Number(scale), generator: generator);

        /// <inheritdoc cref="Modules.OneHotCategorical"/>
        public static OneHotCategorical OneHotCategorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator: generator);

        /// <inheritdoc cref="Modules.Pareto"/>
        public static Pareto Pareto(Tensor scale, Tensor alpha, Generator? generator = null) => new(scale, alpha, generator: generator);

        /// <inheritdoc cref="Modules.Poisson"/>
        public static Poisson Poisson(Tensor rate, Generator? generator = null) => new(rate, generator: generator);

        /// <inheritdoc cref="Modules.Poisson"/>
        public static Poisson Poisson(float rate, Generator? generator = null) => new(Number(rate), generator: generator);

        /// <inheritdoc cref="Modules.Poisson"/>
        public static Poisson Poisson(double rate, Generator? generator = null) => new(Number(rate), generator: generator);

        /// <inheritdoc cref="Modules.StudentT"/>
        public static StudentT StudentT(Tensor df, Tensor? loc = null, Tensor? scale = null, Generator? generator = null) =>
            new(df, loc, scale, generator: generator);

        /// <inheritdoc cref="Modules.Uniform"/>
        public static Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) => new(low, high, generator: generator);

        /// <inheritdoc cref="Modules.Weibull"/>
        public static Weibull Weibull(Tensor scale, Tensor concentration, Generator? generator = null) =>
            new(scale, concentration, generator: generator);

        private static Tensor Number(double value) => full([], value);

        private static Tensor? Number(double? value) => value is { } v ? full([], v) : null;
    }
}
