using System.Text.Json;
using static Qiansi.torch;
using static Qiansi.torch.distributions;
using static Qiansi.torch.distributions.transforms;

namespace Qiansi.Torch.Tests.Distributions;

/// <summary>Transforms, their Jacobians and the distributions made with them, of PyTorch 1.13.1 (Golden/transforms.py), in
/// float64.</summary>
public sealed class TransformGoldenTests
{
    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("transforms.json"))).RootElement.EnumerateArray()];

    public static TheoryData<string> Transforms => [.. Names("transform")];

    public static TheoryData<string> Distributions => [.. Names("distribution")];

    [Theory, MemberData(nameof(Transforms))]
    public void Values_inverses_and_jacobians_are_PyTorchs(string name)
    {
        var golden = Case("transform", name);
        var transform = MakeTransform(name);
        var x = Tensor(golden.GetProperty("x")).requires_grad_();
        var y = transform.forward(x);
        Same(golden, "y", y);
        Same(golden, "inverse", transform.inv.forward(y.detach()));
        Assert.Equal(Shape(golden, "forward_shape"), transform.forward_shape(x.shape));
        Assert.Equal(x.shape, transform.inv.forward_shape(y.shape));
        Assert.Equal(Shape(golden, "dims"), new long[] { transform.domain.event_dim, transform.codomain.event_dim });
        Same(golden, "inside", transform.codomain.check(y.detach()));
        var total = y.sum();
        if (golden.GetProperty("jacobian").ValueKind == JsonValueKind.Null)
            Assert.Contains("has no log_abs_det_jacobian", Assert.Throws<NotSupportedException>(() =>
                transform.log_abs_det_jacobian(x, y)).Message, StringComparison.Ordinal);
        else
        {
            var jacobian = transform.log_abs_det_jacobian(x, y);
            Same(golden, "jacobian", jacobian);
            Same(golden, "jacobian", transform.inv.log_abs_det_jacobian(y, x).neg());
            total = total + jacobian.sum();
        }

        Same(golden, "gradient", autograd.grad([total], [x])[0]);
    }

    [Theory, MemberData(nameof(Distributions))]
    public void Densities_samples_and_quantiles_are_PyTorchs(string name)
    {
        var golden = Case("distribution", name);
        var distribution = MakeDistribution(name);
        var value = Tensor(golden.GetProperty("value"));
        Assert.Equal(Shape(golden, "batch"), distribution.batch_shape);
        Assert.Equal(Shape(golden, "event"), distribution.event_shape);
        Same(golden, "log_prob", distribution.log_prob(value));
        Same(golden, "expanded", distribution.expand([2, .. distribution.batch_shape]).log_prob(value));
        if (golden.GetProperty("cdf").ValueKind != JsonValueKind.Null)
        {
            Same(golden, "cdf", distribution.cdf(value));
            Same(golden, "icdf", distribution.icdf(tensor(new[] { 0.1, 0.7 })));
        }

        manual_seed(7);
        Same(golden, "sample", distribution.rsample(20));
        manual_seed(7);
        Same(golden, "sample", distribution.sample(20));
        Assert.True(distribution.support.check(distribution.sample(20)).all().ToBoolean());
    }

    private static Transform MakeTransform(string name) => name switch
    {
        "Exp" => new ExpTransform(),
        "Log" => new LogTransform(),
        "Sigmoid" => new SigmoidTransform(),
        "Softplus" => new SoftplusTransform(),
        "Tanh" => new TanhTransform(),
        "Power" => new PowerTransform(Vector(0.5, -2, 3)),
        "Affine" => new AffineTransform(Vector(0.5, -2, 3), Vector(2, -0.1, 4)),
        "AffineOfVectors" => new AffineTransform(0.5, -3, event_dim: 1),
        "StickBreaking" => new StickBreakingTransform(),
        "Softmax" => new SoftmaxTransform(),
        "Abs" => new AbsTransform(),
        "LowerCholesky" => new LowerCholeskyTransform(),
        "Reshape" => new ReshapeTransform([6], [2, 3]),
        "Independent" => new IndependentTransform(new ExpTransform(), 1),
        "Cumulative" => new CumulativeDistributionTransform(Normal(Vector(1), Vector(2))),
        "Compose" => new ComposeTransform(
            [new AffineTransform(Vector(1), Vector(2, -0.1, 4)), new SigmoidTransform(), new PowerTransform(Vector(2))]),
        "ComposeOfVectors" => new ComposeTransform([new AffineTransform(1, 0.5), new StickBreakingTransform()]),
        "Inverse" => new ComposeTransform([new AffineTransform(1, 2), new TanhTransform()]).inv,
        _ => throw new ArgumentException(name),
    };

    private static distributions.Distribution MakeDistribution(string name)
    {
        var normal = Normal(Vector(0.5, -1), Vector(1, 0.3));
        return name switch
        {
            "LogNormal" => TransformedDistribution(normal, new ExpTransform()),
            "Logistic" => TransformedDistribution(
                Uniform(tensor(0.0, float64), tensor(1.0, float64)),
                [new SigmoidTransform().inv, new AffineTransform(Vector(1, 2), Vector(2, -3))]),
            "LogisticNormal" => TransformedDistribution(normal, new StickBreakingTransform()),
            "Flow" => TransformedDistribution(
                Independent(Normal(Vector(0.5, -1).expand(3, 2), Vector(1)), 1),
                [new TanhTransform(), new AffineTransform(tensor(0.0, float64), Vector(2, 3), event_dim: 1)]),
            "Gumbel" => TransformedDistribution(
                Exponential(Vector(1, 1)), [new ExpTransform().inv, new AffineTransform(Vector(0.5, 1), Vector(-1, -2))]),
            "RelaxedBernoulli" => RelaxedBernoulli(tensor(0.7, float64), Vector(0.2, 0.9)),
            "RelaxedOneHotCategorical" => RelaxedOneHotCategorical(
                tensor(0.7, float64), tensor(new[,] { { 0.2, 0.5, 0.3 }, { 0.6, 0.1, 0.3 } })),
            "LogitRelaxedBernoulli" => LogitRelaxedBernoulli(tensor(0.7, float64), logits: Vector(0.2, -0.9)),
            "ExpRelaxedCategorical" => ExpRelaxedCategorical(tensor(0.7, float64), logits: Vector(0.2, 0.5, -0.3)),
            _ => throw new ArgumentException(name),
        };
    }

    private static Tensor Vector(params double[] values) => tensor(values);

    private static IEnumerable<string> Names(string kind) =>
        Cases.Where(c => c.GetProperty("kind").GetString() == kind).Select(c => c.GetProperty("name").GetString()!);

    private static JsonElement Case(string kind, string name) =>
        Cases.Single(c => c.GetProperty("kind").GetString() == kind && c.GetProperty("name").GetString() == name);

    private static long[] Shape(JsonElement golden, string what) =>
        [.. golden.GetProperty(what).EnumerateArray().Select(n => n.GetInt64())];

    private static void Same(JsonElement golden, string what, Tensor actual)
    {
        var expected = Tensor(golden.GetProperty(what));
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(allclose(actual.detach().to(float64), expected, 1e-9, 1e-9), $"{what}: {actual.detach()} is not {expected}");
    }

    private static Tensor Tensor(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => stack([.. element.EnumerateArray().Select(Tensor)], 0),
        JsonValueKind.True or JsonValueKind.False => full([], element.GetBoolean() ? 1 : 0, float64),
        _ => full([], element.GetDouble(), float64),
    };
}
