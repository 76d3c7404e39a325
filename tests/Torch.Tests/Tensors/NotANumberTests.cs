using static Qiansi.torch;
using F = Qiansi.torch.nn.functional;

namespace Qiansi.Torch.Tests.Tensors;

/// <summary>NaN and infinity are never swallowed: they come through, or are an error.</summary>
public sealed class NotANumberTests
{
    private const int Place = 517;

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Elementwise = new()
    {
        ["add"] = x => x + 1,
        ["mul by zero"] = x => x * 0,
        ["maximum"] = x => x.maximum(zeros_like(x)),
        ["minimum"] = x => zeros_like(x).minimum(x),
        ["clamp"] = x => x.clamp(-1, 1),
        ["abs"] = x => x.abs(),
        ["sign"] = x => x.sign(),
        ["exp"] = x => x.exp(),
        ["expm1"] = x => x.expm1(),
        ["log"] = x => x.log(),
        ["log1p"] = x => x.log1p(),
        ["sqrt"] = x => x.sqrt(),
        ["rsqrt"] = x => x.rsqrt(),
        ["reciprocal"] = x => x.reciprocal(),
        ["square"] = x => x.square(),
        ["pow"] = x => x.pow(1.5),
        ["sin"] = x => x.sin(),
        ["cos"] = x => x.cos(),
        ["tanh"] = x => x.tanh(),
        ["sigmoid"] = x => x.sigmoid(),
        ["erf"] = x => x.erf(),
        ["floor"] = x => x.floor(),
        ["round"] = x => x.round(),
        ["relu"] = x => x.relu(),
        ["leaky_relu"] = x => F.leaky_relu(x),
        ["relu6"] = x => F.relu6(x),
        ["elu"] = x => F.elu(x),
        ["gelu"] = x => F.gelu(x),
        ["gelu tanh"] = x => F.gelu(x, Modules.GELU.Approximate.tanh),
        ["silu"] = x => F.silu(x),
        ["softplus"] = x => F.softplus(x),
        ["mish"] = x => F.mish(x),
        ["hardswish"] = x => F.hardswish(x),
        ["hardsigmoid"] = x => F.hardsigmoid(x),
        ["logsigmoid"] = x => F.logsigmoid(x),
    };

    public static TheoryData<string> Names => [.. Elementwise.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Comes_through_element_by_element(string name)
    {
        foreach (var type in (ScalarType[])[float32, float64])
        {
            var x = linspace(0.1, 0.9, 1003, type);
            x[Place] = double.NaN;
            Assert.Equal([(long)Place], Elementwise[name](x).isnan().nonzero().reshape(-1).ToArray<long>());
        }
    }

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Whole = new()
    {
        ["sum"] = x => x.sum(),
        ["mean"] = x => x.mean(),
        ["prod"] = x => x.prod(),
        ["max"] = x => x.max(),
        ["min"] = x => x.min(),
        ["max along"] = x => x.max(0).values,
        ["amax"] = x => x.amax(0),
        ["amin"] = x => x.amin(0),
        ["var"] = x => x.var(),
        ["norm"] = x => x.norm(),
        ["norm ∞"] = x => linalg.vector_norm(x, double.PositiveInfinity),
        ["logsumexp"] = x => x.logsumexp(0),
        ["softmax"] = x => x.softmax(0)[0],
        ["log_softmax"] = x => x.log_softmax(0)[0],
        ["median"] = x => x.median(),
        ["quantile"] = x => x.quantile(tensor(0.5, x.dtype)),
        ["sorted last"] = x => x.sort().Values[^1],
        ["topk"] = x => x.topk(1).values,
        ["cumsum"] = x => x.cumsum(0)[^1],
        ["cummax"] = x => x.cummax(0).values[^1],
        ["dot"] = x => x.dot(x),
        ["matmul"] = x => x.view(17, 59).matmul(ones([59, 4], x.dtype)).sum(),
        ["layer_norm"] = x => F.layer_norm(x, [x.numel()])[0],
        ["max_pool1d"] = x => F.max_pool1d(x.view(1, 1, -1), 3).sum(),
        ["max_pool2d"] = x => F.max_pool2d(x.view(1, 1, 17, 59), 3).sum(),
        ["avg_pool2d"] = x => F.avg_pool2d(x.view(1, 1, 17, 59), 3).sum(),
        ["adaptive_avg_pool2d"] = x => F.adaptive_avg_pool2d(x.view(1, 1, 17, 59), 2).sum(),
        ["conv2d"] = x => F.conv2d(x.view(1, 1, 17, 59), ones([1, 1, 3, 3], x.dtype)).sum(),
        ["batch_norm"] = x => F.batch_norm(x.view(17, 59, 1), null, null, training: true).sum(),
        ["cross_entropy"] = x => F.cross_entropy(x.view(17, 59), zeros([17], int64)),
        ["mse_loss"] = x => F.mse_loss(x, zeros_like(x)),
        ["attention"] = x => F.scaled_dot_product_attention(x.view(1, 17, 59), x.view(1, 17, 59), x.view(1, 17, 59)).sum(),
        ["std_mean"] = x => x.std_mean().mean,
    };

    public static TheoryData<string> WholeNames => [.. Whole.Keys];

    [Theory]
    [MemberData(nameof(WholeNames))]
    public void Comes_through_reductions_and_layers(string name)
    {
        foreach (var type in (ScalarType[])[float32, float64])
        {
            var x = linspace(0.1, 0.9, 1003, type);
            x[Place] = double.NaN;
            Assert.True(Whole[name](x).isnan().all().item<bool>(), $"{name}, {type}: {Whole[name](x)}");
        }
    }

    [Fact]
    public void Argmax_points_at_it()
    {
        var x = linspace(0, 1, 1003);
        x[Place] = float.NaN;
        Assert.Equal(Place, x.argmax().item<long>());
        Assert.Equal(Place, x.argmin(0).item<long>());
    }

    [Fact]
    public void Infinity_stays_infinity()
    {
        Assert.True(double.IsPositiveInfinity(full([300], 100f).exp().sum().ToDouble()));
        Assert.True(double.IsNaN((full([300], double.PositiveInfinity) - double.PositiveInfinity).sum().ToDouble()));
        Assert.Equal([0f, 1], tensor(new[] { float.NegativeInfinity, 1 }).softmax(0).ToArray<float>());
        Assert.All(full([4], double.NegativeInfinity).softmax(0).ToArray<float>(), p => Assert.True(float.IsNaN(p)));
        Assert.True(double.IsPositiveInfinity((ones(3) / 0).max().ToDouble()));
        Assert.Throws<DivideByZeroException>(() => ones([3], int64).floor_divide(0));
    }

    public static TheoryData<string, Action> Refusals => new()
    {
        { "multinomial", () => multinomial(tensor(new[] { 0.5f, float.NaN }), 1) },
        { "multinomial", () => multinomial(tensor(new[] { 0.5f, float.PositiveInfinity }), 1) },
        { "multinomial", () => multinomial(tensor(new[] { 0.5f, -1 }), 1) },
        { "multinomial", () => multinomial(zeros(3), 1) },
        { "bernoulli", () => bernoulli(tensor(new[] { 0.5f, float.NaN })) },
        { "bernoulli", () => bernoulli(tensor(new[] { 1.5f })) },
        { "Dropout", () => nn.Dropout(double.NaN) },
        { "normal_", () => zeros(3).normal_(0, double.NaN) },
        { "uniform_", () => zeros(3).uniform_(double.NaN, 1) },
        { "histc", () => tensor(new[] { 1f, float.NaN }).histc(3) },
        { "binary_cross_entropy", () => F.binary_cross_entropy(tensor(new[] { float.NaN }), ones(1)) },
        { "Adam", () => torch.optim.Adam(nn.Linear(2, 2).parameters(), double.NaN) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Is_refused_where_it_cannot_come_through(string operation, Action use) =>
        Assert.Contains(operation, Assert.ThrowsAny<ArgumentException>(use).Message);

    [Fact]
    public void Clipping_keeps_it_and_returns_it()
    {
        var p = nn.Parameter(zeros(2));
        p.grad = full([2], float.NaN);
        Assert.True(double.IsNaN(nn.utils.clip_grad_norm_([p], 1)));
        Assert.True(p.grad.isnan().all().item<bool>());
    }

    [Fact]
    public void Anomaly_detection_names_the_operation_and_where_it_was()
    {
        using (autograd.detect_anomaly())
        {
            var x = zeros(2).requires_grad_();
            var error = Assert.Throws<InvalidOperationException>(() => (x.sqrt() * 0).sum().backward());
            Assert.Contains("SqrtBackward0", error.Message);
            Assert.Contains("NaN", error.Message, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(nameof(NotANumberTests), error.Message);
        }
    }
}
