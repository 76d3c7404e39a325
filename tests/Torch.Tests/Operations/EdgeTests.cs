using System.Globalization;
using System.Text.Json;
using static Qiansi.torch;
using F = Qiansi.torch.nn.functional;

namespace Qiansi.Torch.Tests.Operations;

/// <summary>Values and gradients where formulas lose digits, or functions have ties and steps: PyTorch's (Golden/edges.py).</summary>
public sealed class EdgeTests
{
    private static readonly Dictionary<string, JsonElement> Golden =
        JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("edges.json"))).RootElement.EnumerateArray()
            .ToDictionary(c => c.GetProperty("name").GetString()!);

    public static TheoryData<string> Names => [.. Golden.Keys];

    private static Dictionary<string, Func<IList<Tensor>, Tensor>> Operations => field ??=
        new([.. Logits(), .. Smoothing(), .. Products(), .. Divisions(), .. Ties(), .. Quantiles()]);

    private static IEnumerable<KeyValuePair<string, Func<IList<Tensor>, Tensor>>> Logits()
    {
        string[] scales = ["0", "10000", "-1e+06", "1e+08"], types = ["float32", "float64"];
        foreach (var name in from scale in scales from type in types select $"{scale} {type}")
        {
            yield return Of($"log_softmax last {name}", x => x[0].log_softmax(-1));
            yield return Of($"log_softmax middle {name}", x => x[0].log_softmax(1));
            yield return Of($"cross_entropy {name}", x => F.cross_entropy(x[0], x[1]));
            yield return Of($"cross_entropy sequences {name}", x => F.cross_entropy(x[0], x[1].view(2, 2)));
            yield return Of($"cross_entropy one {name}", x => F.cross_entropy(x[0], x[1][0]));
            yield return Of($"cross_entropy smooth {name}", x => F.cross_entropy(x[0], x[1], label_smoothing: 0.2));
            yield return Of($"cross_entropy weight {name}", x => F.cross_entropy(x[0], x[1], Weights(x[0]), label_smoothing: 0.2));
            yield return Of($"cross_entropy probabilities {name}", x => F.cross_entropy(x[0], x[1]));
            yield return Of($"nll {name}", x => F.nll_loss(x[0].log_softmax(1), x[1]));
        }
    }

    private static IEnumerable<KeyValuePair<string, Func<IList<Tensor>, Tensor>>> Smoothing()
    {
        foreach (var reduction in Enum.GetValues<nn.Reduction>())
        {
            Tensor Smooth(Tensor x, Tensor t) => F.cross_entropy(x, t, reduction: reduction, label_smoothing: 0.2);
            foreach (var name in from type in (string[])["float32", "float64"] select $"{reduction.ToString().ToLowerInvariant()} {type}")
            {
                yield return Of($"smooth ignored {name}", x => Smooth(x[0], x[1]));
                yield return Of($"smooth ignored class {name}", x => F.cross_entropy(x[0], x[1], null, 2, reduction, 0.2));
                yield return Of($"smooth ignored weight {name}", x => F.cross_entropy(x[0], x[1], Weights(x[0]), 2, reduction, 0.2));
                yield return Of($"smooth ignored sequences {name}", x => Smooth(x[0], x[1].view(3, 2)));
                yield return Of($"smooth all ignored {name}", x => Smooth(x[0], x[1]));
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, Func<IList<Tensor>, Tensor>>> Products()
    {
        static Tensor Batch(Tensor x) => x.view(1, 2, 2).expand(3, 2, 2);
        yield return Of("addmm beta 0", x => x[0].addmm(x[1], x[2], beta: 0, alpha: 2));
        yield return Of("addmm row beta 0", x => x[0].addmm(x[1], x[2], beta: 0));
        yield return Of("addmv beta 0", x => x[0].addmv(x[1], x[2], beta: 0));
        yield return Of("addr beta 0", x => x[0].addr(x[1], x[2], beta: 0));
        yield return Of("addbmm beta 0", x => x[0].addbmm(Batch(x[1]), Batch(x[2]), beta: 0, alpha: 0.5f));
        yield return Of("baddbmm beta 0", x => x[0].baddbmm(Batch(x[1]), Batch(x[2]), beta: 0));
        yield return Of("addmm beta 0.5", x => x[0].addmm(x[1], x[2], beta: 0.5f));
    }

    private static IEnumerable<KeyValuePair<string, Func<IList<Tensor>, Tensor>>> Divisions()
    {
        foreach (var type in (string[])["float32", "float64"])
        {
            yield return Of($"remainder {type}", x => x[0].remainder(x[1]));
            yield return Of($"fmod {type}", x => x[0].fmod(x[1]));
            yield return Of($"floor_divide {type}", x => x[0].floor_divide(x[1]));
            yield return Of($"div floor {type}", x => x[0].div(x[1], RoundingMode.floor));
            yield return Of($"div trunc {type}", x => x[0].div(x[1], RoundingMode.trunc));
        }
        foreach (var type in (string[])["int64", "int32"])
        {
            yield return Of($"abs {type}", x => x[0].abs());
            yield return Of($"neg {type}", x => x[0].neg());
            yield return Of($"sign {type}", x => x[0].sign());
        }
    }

    private static IEnumerable<KeyValuePair<string, Func<IList<Tensor>, Tensor>>> Ties()
    {
        foreach (var name in (string[])["ties", "nan"])
        {
            yield return Of($"median {name}", x => x[0].median());
            yield return Of($"median along {name}", x => x[0].median(0).values);
            yield return Of($"nanmedian {name}", x => x[0].nanmedian());
            yield return Of($"max {name}", x => x[0].max());
            yield return Of($"max along {name}", x => x[0].max(0).values);
            yield return Of($"min {name}", x => x[0].min());
            yield return Of($"min along {name}", x => x[0].min(0).values);
            yield return Of($"cummax {name}", x => x[0].cummax(0).values);
            yield return Of($"cummin {name}", x => x[0].cummin(0).values);
        }
        yield return Of("amax ties", x => x[0].amax(0));
        yield return Of("amin ties", x => x[0].amin(0));
        yield return Of("median matrix", x => x[0].median());
        yield return Of("maximum ties", x => x[0].maximum(x[1]));
        yield return Of("minimum ties", x => x[0].minimum(x[1]));
        yield return Of("fmax ties", x => x[0].fmax(x[1]));
        yield return Of("fmin ties", x => x[0].fmin(x[1]));
        foreach (var (name, function) in Kinks) yield return Of($"{name} kink", x => function(x[0]));
    }

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Kinks = new()
    {
        ["abs"] = x => x.abs(),
        ["sign"] = x => x.sign(),
        ["relu"] = x => x.relu(),
        ["relu6"] = x => F.relu6(x),
        ["hardtanh"] = x => F.hardtanh(x),
        ["hardsigmoid"] = x => F.hardsigmoid(x),
        ["leaky_relu"] = x => F.leaky_relu(x),
        ["elu"] = x => F.elu(x),
        ["selu"] = x => F.selu(x),
        ["celu"] = x => F.celu(x),
        ["threshold"] = x => F.threshold(x, 0.5, 7),
        ["hardshrink"] = x => F.Hardshrink(x),
        ["softshrink"] = x => F.Softshrink(x),
        ["clamp"] = x => x.clamp(-1, 3),
        ["norm"] = x => (x * 0).norm(),
        ["norm 1"] = x => x.norm(1f),
        ["norm inf"] = x => linalg.vector_norm(x, double.PositiveInfinity),
        ["std equal"] = x => (x * 0).std(),
        ["sqrt"] = x => (x * 0).abs().sqrt(),
        ["smooth_l1"] = x => F.smooth_l1_loss(x, zeros_like(x)),
        ["huber"] = x => F.huber_loss(x, zeros_like(x)),
        ["l1"] = x => F.l1_loss(x, zeros_like(x)),
        ["pow 0"] = x => x.pow(0),
        ["pow 2"] = x => x.pow(2),
        ["xlogy"] = x => (x * 0).xlogy(x.abs() + 1),
        ["prod"] = x => x.prod(),
        ["cumprod"] = x => x.cumprod(0),
        ["sinc"] = x => x.sinc(),
        ["atan2"] = x => (x * 0).atan2(x),
        ["max_pool"] = x => F.max_pool1d((x * 0).view(1, 1, 10), 3),
    };

    private static IEnumerable<KeyValuePair<string, Func<IList<Tensor>, Tensor>>> Quantiles()
    {
        static Tensor Q(params float[] numbers) => numbers.Length == 1 ? tensor(numbers[0]) : tensor(numbers);
        foreach (var (name, f) in new (string, Func<Tensor, Tensor, long?, bool, Tensor>)[]
        {
            ("quantile", (x, q, dim, keepdim) => x.quantile(q, dim, keepdim)),
            ("nanquantile", (x, q, dim, keepdim) => x.nanquantile(q, dim, keepdim)),
        })
        {
            yield return Of($"{name} all", x => f(x[0], Q(0.5f), null, false));
            yield return Of($"{name} several", x => f(x[0], Q(0.5f, 0.1f), null, false));
            yield return Of($"{name} keepdim", x => f(x[0], Q(0.5f, 0.1f), null, true));
            yield return Of($"{name} one keepdim", x => f(x[0], Q(0.3f), null, true));
            yield return Of($"{name} last", x => f(x[0], Q(0.5f, 0.1f), -1, false));
            yield return Of($"{name} first keepdim", x => f(x[0], Q(0.5f, 0.1f), 0, true));
            yield return Of($"{name} missing", x => f(x[0], Q(0.5f, 0.1f), null, false));
            yield return Of($"{name} number", x => f(x[0], Q(0.5f, 0.1f), null, false));
        }
        yield return Of("lerp to the end", x => x[0].lerp(x[1], 1.0));
        yield return Of("lerp tensor", x => x[0].lerp(x[1], x[2]));
        yield return Of("take", x => x[0].take(x[1]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_gradients_are_PyTorchs(string name)
    {
        var golden = Golden[name];
        Tensor[] inputs = [.. golden.GetProperty("inputs").EnumerateArray().Select(Read)];
        foreach (var x in inputs.Where(x => x.is_floating_point())) x.requires_grad_();
        var y = Operations[name](inputs);
        Close("the value", golden.GetProperty("result"), y.detach(), 1e-6);
        if (golden.GetProperty("gradients") is not { ValueKind: JsonValueKind.Array } gradients) return;
        (y * arange(1, y.numel() + 1, dtype: y.dtype).reshape(y.shape)).sum().backward();
        foreach (var (gradient, i) in gradients.EnumerateArray().Select((g, i) => (g, i)).Where(g => g.g.ValueKind == JsonValueKind.Object))
            Close($"the gradient of input {i}", gradient, inputs[i].grad!, 2e-5);
    }

    [Fact]
    public void Every_case_has_its_operation() => Assert.Equal(Golden.Keys.Order(), Operations.Keys.Order());

    [Fact]
    public void Equal_logits_of_any_size_are_an_even_chance()
    {
        foreach (var type in (ScalarType[])[float32, float64])
        {
            var x = full([1, 2], 1e8, type).requires_grad_();
            F.cross_entropy(x, tensor(new[] { 1L })).backward();
            Assert.Equal([0.5, -0.5], x.grad!.to(float64).ToArray<double>());
            var y = full([2, 2], 1e8, type).requires_grad_();
            y.logsumexp(1).sum().backward();
            Assert.Equal([0.5, 0.5, 0.5, 0.5], y.grad!.to(float64).ToArray<double>());
        }
    }

    [Fact]
    public void The_gradient_of_smoothed_cross_entropy_can_be_differentiated()
    {
        var target = tensor(new[] { -100L, 1, 0 });
        Tensor Loss(Tensor x) => F.cross_entropy(x, target, label_smoothing: 0.2);
        var exact = tensor(new[,] { { 1, 2, 0 }, { 3, 0.4, 1 }, { 0, 1, 2 } }).requires_grad_();
        Assert.True(autograd.gradgradcheck(x => Loss(x[0]), [exact]));
        var single = exact.detach().to(float32).requires_grad_();
        var gradient = autograd.grad([Loss(single)], [single], create_graph: true)[0];
        var fused = autograd.grad([Loss(single)], [single])[0];
        Assert.True(gradient.allclose(fused, atol: 1e-6));
    }

    [Fact]
    public void The_smallest_integer_divided_by_minus_one_wraps_around()
    {
        foreach (var x in (Tensor[])[tensor(new[] { long.MinValue }), tensor(new[] { int.MinValue })])
        {
            var minus = -ones_like(x);
            Tensor[] quotients =
            [
                x.div(minus, RoundingMode.trunc), x.div(minus, RoundingMode.floor), x.floor_divide(minus), x.floor_divide(-1),
            ];
            Tensor[] rests = [x.remainder(minus), x.remainder(-1), x.fmod(minus), x % minus];
            Assert.All(quotients, y => Assert.True(y.equal(x)));
            Assert.All(rests, y => Assert.Equal(0, y.ToInt64()));
            Assert.Equal(1, x.gcd(minus).ToInt64());
            Assert.Equal(-2, x.floor_divide(x.bitwise_not()).ToInt64());
        }
        Assert.Throws<DivideByZeroException>(() => tensor(new[] { 1L }).floor_divide(0));
        Assert.Equal(127, tensor(new[] { (byte)255 }).floor_divide(tensor(new[] { (byte)2 })).item<byte>());
        Assert.Equal(1, tensor(new[] { (byte)255 }).floor_divide(tensor(new[] { (byte)255 })).item<byte>());
    }

    [Fact]
    public void Take_says_which_place_is_not_there()
    {
        var x = arange(6).reshape(2, 3);
        var mistake = Assert.Throws<IndexOutOfRangeException>(() => x.take(tensor(new[] { 0L, -7 })));
        Assert.Equal("take: index -7 is out of range for 6 elements (shape [2, 3])", mistake.Message);
        Assert.StartsWith("take: index 6 ", Assert.Throws<IndexOutOfRangeException>(() => x.take(tensor(6L))).Message);
        Assert.StartsWith("take: the index is torch.float32", Assert.Throws<ArgumentException>(() => x.take(tensor(1f))).Message);
    }

    private static KeyValuePair<string, Func<IList<Tensor>, Tensor>> Of(string name, Func<IList<Tensor>, Tensor> operation) =>
        new(name, operation);

    private static Tensor Weights(Tensor like) => tensor(new[] { 0.5, 2, 1 }).to(like.dtype);

    /// <param name="single">The tolerance of float32, relative and absolute.</param>
    private static void Close(string what, JsonElement written, Tensor actual, double single)
    {
        var expected = Read(written);
        Assert.Equal((expected.dtype, string.Join(',', expected.shape)), (actual.dtype, string.Join(',', actual.shape)));
        var tolerance = expected.dtype == float64 ? 1e-9 : single;
        var isClose = expected.is_floating_point()
            ? actual.allclose(expected, rtol: tolerance, atol: tolerance, equal_nan: true)
            : actual.equal(expected);
        Assert.True(isClose, $"{what} is {actual} where PyTorch has {expected}");
    }

    private static Tensor Read(JsonElement written)
    {
        long[] shape = [.. written.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())];
        var values = written.GetProperty("value").EnumerateArray().ToList();
        return written.GetProperty("type").GetString() switch
        {
            "int64" => tensor(values.ConvertAll(v => long.Parse(v.GetString()!, CultureInfo.InvariantCulture)).ToArray(), shape),
            "int32" => tensor(values.ConvertAll(v => int.Parse(v.GetString()!, CultureInfo.InvariantCulture)).ToArray(), shape),
            var type => tensor(values.ConvertAll(Real).ToArray(), shape).to(Enum.Parse<ScalarType>(type!, ignoreCase: true)),
        };
    }

    private static double Real(JsonElement written) => written.ValueKind == JsonValueKind.Number
        ? written.GetDouble()
        : double.Parse(written.GetString()!.Replace("inf", "Infinity"), CultureInfo.InvariantCulture);
}
