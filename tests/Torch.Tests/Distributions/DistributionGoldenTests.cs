using System.Text.Json;
using static Qiansi.torch;
using static Qiansi.torch.distributions;

namespace Qiansi.Torch.Tests.Distributions;

/// <summary>Densities, moments, gradients, divergences and samples of PyTorch 1.13.1 (Golden/distributions.py), in float64.</summary>
public sealed class DistributionGoldenTests
{
    public static TheoryData<string> Names => [.. Cases().Select(c => c.GetProperty("name").GetString()!)];

    [Theory, MemberData(nameof(Names))]
    public void Densities_and_their_gradients_are_PyTorchs(string name)
    {
        var (golden, parameters) = Read(name);
        var log = Make(name, parameters).log_prob(Tensor(golden.GetProperty("value")));
        Same(golden, "log_prob", log);
        var wanted = parameters.Where((_, i) => !(name.EndsWith("Binomial", StringComparison.Ordinal) && i == 0)).ToArray();
        var grads = autograd.grad([log.sum()], wanted);
        foreach (var (expected, actual) in golden.GetProperty("grads").EnumerateArray().Zip(grads))
            Same(expected, "gradient", actual, 1e-9);
    }

    [Theory, MemberData(nameof(Names))]
    public void Moments_entropies_and_probabilities_are_PyTorchs(string name)
    {
        var (golden, parameters) = Read(name);
        var distribution = Make(name, parameters);
        Same(golden, "mean", distribution.mean);
        Same(golden, "variance", distribution.variance);
        if (golden.GetProperty("entropy").ValueKind != JsonValueKind.Null) Same(golden, "entropy", distribution.entropy());
        if (golden.GetProperty("cdf").ValueKind != JsonValueKind.Null) Same(golden, "cdf",
            distribution.cdf(Tensor(golden.GetProperty("value"))));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_same_seed_draws_PyTorchs_samples(string name)
    {
        var (golden, parameters) = Read(name);
        manual_seed(7);
        Same(golden, "sample", Make(name, parameters).sample(20).to_type(float64));
    }

    [Theory, MemberData(nameof(Names))]
    public void Gradients_flow_through_samples_as_in_PyTorch(string name)
    {
        var (golden, parameters) = Read(name);
        if (!golden.TryGetProperty("rgrads", out var expected))
        {
            if (name is "Beta" or "Dirichlet") Assert.True(Make(name, parameters).rsample(3).requires_grad);
            else Assert.Contains("discrete", Assert.Throws<NotSupportedException>(() => Make(name, parameters).rsample(3)).Message,
                StringComparison.Ordinal);
            return;
        }

        manual_seed(7);
        var grads = autograd.grad([Make(name, parameters).rsample(20).sum()], parameters);
        foreach (var (e, actual) in expected.EnumerateArray().Zip(grads)) Same(e, "gradient", actual, 1e-3);
    }

    [Theory, MemberData(nameof(Names))]
    public void Divergences_are_PyTorchs_and_those_of_samples(string name)
    {
        var (golden, parameters) = Read(name);
        if (!golden.TryGetProperty("kl", out _)) return;
        var (p, q) = (Make(name, parameters), Make(name, [.. golden.GetProperty("other").EnumerateArray().Select(Tensor)]));
        Same(golden, "kl", kl_divergence(p, q));
        Assert.True(allclose(kl_divergence(p, p), zeros_like(kl_divergence(p, p)), atol: 1e-9));
    }

    [Theory, MemberData(nameof(Names))]
    public void Many_samples_have_the_mean_and_the_variance(string name)
    {
        var (_, parameters) = Read(name);
        manual_seed(11);
        var distribution = Make(name, parameters);
        if (name is "Categorical" or "Cauchy" or "HalfCauchy") return;
        var samples = distribution.sample(20000).to_type(float64);
        var finite = distribution.variance.isfinite();
        var error = (samples.mean([0]) - distribution.mean).abs() / (distribution.variance / 20000).sqrt();
        Assert.True(where(finite, error, 0.0).max().ToDouble() < 5, $"{name}: the mean of 20,000 samples is {error} standard errors off");
    }

    private static distributions.Distribution Make(string name, Tensor[] p) => name switch
    {
        "Normal" => Normal(p[0], p[1]),
        "Uniform" => Uniform(p[0], p[1]),
        "Laplace" => Laplace(p[0], p[1]),
        "Cauchy" => Cauchy(p[0], p[1]),
        "Gumbel" => Gumbel(p[0], p[1]),
        "LogNormal" => LogNormal(p[0], p[1]),
        "HalfNormal" => HalfNormal(p[0]),
        "HalfCauchy" => HalfCauchy(p[0]),
        "Exponential" => Exponential(p[0]),
        "Poisson" => Poisson(p[0]),
        "Gamma" => Gamma(p[0], p[1]),
        "Chi2" => Chi2(p[0]),
        "Beta" => Beta(p[0], p[1]),
        "FisherSnedecor" => FisherSnedecor(p[0], p[1]),
        "Pareto" => Pareto(p[0], p[1]),
        "Weibull" => Weibull(p[0], p[1]),
        "Kumaraswamy" => Kumaraswamy(p[0], p[1]),
        "StudentT" => StudentT(p[0], p[1], p[2]),
        "Bernoulli" => Bernoulli(p[0]),
        "Geometric" => Geometric(p[0]),
        "Binomial" => Binomial(p[0], p[1]),
        "NegativeBinomial" => NegativeBinomial(p[0], p[1]),
        "Categorical" => Categorical(p[0]),
        "OneHotCategorical" => OneHotCategorical(p[0]),
        "Multinomial" => Multinomial(7, p[0]),
        "Dirichlet" => Dirichlet(p[0]),
        "MultivariateNormal" => MultivariateNormal(p[0], p[1]),
        _ => throw new ArgumentException(name),
    };

    private static List<JsonElement> Cases() =>
        [.. JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("distributions.json"))).RootElement.EnumerateArray()];

    private static (JsonElement Golden, Tensor[] Parameters) Read(string name)
    {
        var golden = Cases().Single(c => c.GetProperty("name").GetString() == name);
        return (golden, [.. golden.GetProperty("params").EnumerateArray().Select(p => Tensor(p).requires_grad_())]);
    }

    private static void Same(JsonElement golden, string what, Tensor actual) => Same(golden.GetProperty(what), what, actual, 1e-9);

    private static void Same(JsonElement expected, string what, Tensor actual, double tolerance = 1e-9)
    {
        var tensor = Tensor(expected);
        Assert.Equal(tensor.shape, actual.shape);
        Assert.True(allclose(actual.detach(), tensor, tolerance, tolerance, equal_nan: true), $"{what}: {actual.detach()} is not {tensor}");
    }

    private static Tensor Tensor(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return stack([.. element.EnumerateArray().Select(Tensor)], 0);
        var value = element.ValueKind == JsonValueKind.String ? (element.GetString() == "NaN" ? double.NaN : double.PositiveInfinity)
            : element.GetDouble();
        return full([], value, float64);
    }
}
