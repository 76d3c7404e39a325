using System.Text.Json;
using Qiansi.Modules;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Optimizers;

/// <summary>A hundred steps of each optimizer, beside PyTorch's (Golden/optimizers.py).</summary>
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> Optimizers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.01),
        ["SGD momentum"] = p => optim.SGD(p, 0.01, momentum: 0.9, weight_decay: 0.01),
        ["SGD dampening"] = p => optim.SGD(p, 0.01, momentum: 0.9, dampening: 0.1),
        ["SGD nesterov"] = p => optim.SGD(p, 0.01, momentum: 0.9, nesterov: true),
        ["SGD maximize"] = p => optim.SGD(p, 0.0001, momentum: 0.5, maximize: true),
        ["Adam"] = p => optim.Adam(p, 0.05),
        ["Adam decay"] = p => optim.Adam(p, 0.05, beta1: 0.8, beta2: 0.99, weight_decay: 0.1),
        ["Adam amsgrad"] = p => optim.Adam(p, 0.05, amsgrad: true),
        ["Adam maximize"] = p => optim.Adam(p, 0.001, maximize: true),
        ["AdamW"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1),
        ["AdamW amsgrad"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1, amsgrad: true),
        ["Adagrad"] = p => optim.Adagrad(p, 0.1),
        ["Adagrad decay"] = p => optim.Adagrad(p, 0.1, lr_decay: 0.01, weight_decay: 0.1, initial_accumulator_value: 0.1),
        ["RMSProp"] = p => optim.RMSProp(p, 0.01),
        ["RMSProp centered"] = p => optim.RMSProp(p, 0.01, alpha: 0.9, eps: 0.01, centered: true, momentum: 0.5, weight_decay: 0.01),
        ["Adadelta"] = p => optim.Adadelta(p, 1.0),
        ["Adadelta decay"] = p => optim.Adadelta(p, 0.5, rho: 0.8, weight_decay: 0.01),
    };

    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("optimizers.json"))).RootElement;

    public static TheoryData<string, bool, bool> Cases()
    {
        var cases = new TheoryData<string, bool, bool>();
        foreach (var name in Optimizers.Keys)
        {
            cases.Add(name, false, true);
            cases.Add(name, true, true);
            cases.Add(name, true, false);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hundred_steps_equal_PyTorchs(string name, bool isDouble, bool contiguous)
    {
        var type = isDouble ? ScalarType.Float64 : ScalarType.Float32;
        var a = new Parameter(linspace(-2, 2, 7, dtype: type));
        var values = linspace(0.5, 3, 6, dtype: type).reshape(2, 3);
        // The same values in column order: the way without the fused pass.
        var b = new Parameter(contiguous ? values.clone() : values.t().contiguous().t());
        Assert.Equal(contiguous, b.is_contiguous());
        using var optimizer = Optimizers[name]([a, b]);
        var expected = Golden.GetProperty(isDouble ? "float64" : "float32").GetProperty(name);
        var at = 0;
        for (var step = 1; step <= 100; step++)
        {
            optimizer.zero_grad();
            Loss(a, b, type).backward();
            optimizer.step();
            if (step is 1 or 10 or 100) Compare(expected[at++], cat([a.detach(), b.detach().reshape(-1)]), isDouble ? 1e-12 : 2e-5);
        }
    }

    [Fact]
    public void Groups_have_settings_of_their_own_and_take_the_rest_from_the_optimizer()
    {
        var (a, b) = (new Parameter(ones(2)), new Parameter(ones(2)));
        using var optimizer = optim.SGD([new SGD.ParamGroup([a], new SGD.Options { LearningRate = 0.5 }),
            new SGD.ParamGroup([b], new SGD.Options { weight_decay = 1 })], 0.1);
        (a.sum() + b.sum()).backward();
        optimizer.step();
        Assert.Equal(0.5f, a.select(0, 0).item<float>(), 6);
        Assert.Equal(0.8f, b.select(0, 0).item<float>(), 6);
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays()
    {
        var (a, b) = (new Parameter(ones(2)), new Parameter(ones(2)));
        using var optimizer = optim.Adam([a, b]);
        a.sum().backward();
        optimizer.step();
        Assert.NotEqual(1, a.select(0, 0).item<float>());
        Assert.Equal(1, b.select(0, 0).item<float>());
    }

    [Fact]
    public void State_goes_on_where_it_was()
    {
        var (first, second) = (new Parameter(linspace(-1, 1, 5)), new Parameter(linspace(-1, 1, 5)));
        using var one = optim.Adam([first], 0.1);
        using var two = optim.Adam([second], 0.3);
        Steps(one, first, 5);
        using (no_grad()) second.copy_(first);
        two.load_state_dict(one.state_dict());
        Steps(one, first, 5);
        Steps(two, second, 5);
        Assert.Equal(first.detach().data<float>().ToArray(), second.detach().data<float>().ToArray());

        using var other = optim.Adam([new Parameter(ones(3)), new Parameter(ones(3))]);
        Assert.Contains("1 groups and 1 parameters, this optimizer has 1 and 2",
            Assert.Throws<ArgumentException>(() => other.load_state_dict(one.state_dict())).Message);
    }

    [Fact]
    public void A_closure_calculates_the_loss_with_gradients()
    {
        var p = new Parameter(ones(1));
        using var optimizer = optim.SGD([p], 0.1);
        using var _ = no_grad();
        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var l = (p * p).sum();
            l.backward();
            return l;
        });
        Assert.Equal(1, loss!.item<float>());
        Assert.Equal(0.8f, p.item<float>(), 6);
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        var p = new Parameter(ones(2, 3));
        Assert.Contains("no parameters", Assert.Throws<ArgumentException>(() => optim.SGD(Array.Empty<Parameter>(), 0.1)).Message);
        Assert.Contains("shape [2, 3] is given twice", Assert.Throws<ArgumentException>(() => optim.Adam([p, p])).Message);
        Assert.Contains("learning rate -1", Assert.Throws<ArgumentException>(() => optim.Adam([p], -1)).Message);
        Assert.Contains("beta1 1", Assert.Throws<ArgumentException>(() => optim.Adam([p], beta1: 1)).Message);
        Assert.Contains("Nesterov", Assert.Throws<ArgumentException>(() => optim.SGD([p], 0.1, nesterov: true)).Message);
    }

    [Fact]
    public void The_average_of_weights_follows_them_and_can_stand_in_for_them()
    {
        var p = new Parameter(zeros(1));
        using var average = new WeightAverage([p], decay: 0.5, warm_up: false);
        using (no_grad()) p.fill_(8);
        average.update();
        average.update();
        using (average.apply()) Assert.Equal(6, p.item<float>());
        Assert.Equal(8, p.item<float>());
        Assert.Equal(6, average.averages.Single().item<float>());
    }

    [Fact]
    public void Hooks_run_before_and_after_a_step_and_can_be_taken_away()
    {
        var p = new Parameter(tensor(1.0));
        var sgd = optim.SGD([p], 0.5);
        var seen = new List<string>();
        using var before = sgd.register_step_pre_hook(o => seen.Add($"before {p.item<double>()} {ReferenceEquals(o, sgd)}"));
        var after = sgd.register_step_post_hook(_ => seen.Add($"after {p.item<double>()} {p.grad!.item<double>()}"));
        sgd.step(() =>
        {
            seen.Add("loss");
            var loss = p * p;
            loss.backward();
            return loss;
        });
        after.remove();
        sgd.step();
        Assert.Equal(["before 1 True", "loss", "after 0 2", "before 0 True"], seen);
    }

    private static void Steps(optim.Optimizer optimizer, Parameter p, int count)
    {
        for (var i = 0; i < count; i++)
        {
            optimizer.zero_grad();
            (p * p).sum().backward();
            optimizer.step();
        }
    }

    private static Tensor Loss(Tensor a, Tensor b, ScalarType type) =>
        ((a - 0.7).pow(4).sum() * 0.05) + ((b - 1).pow(2) * arange(1, 7, dtype: type).reshape(2, 3)).sum()
        + (a.select(0, 0) * b.select(0, 0).select(0, 0));

    private static void Compare(JsonElement expected, Tensor actual, double tolerance)
    {
        var values = actual.to_type(ScalarType.Float64).data<double>().ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var wanted = expected[i].GetDouble();
            Assert.True(Math.Abs(values[i] - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted)),
                $"element {i}: {values[i]:R}, PyTorch has {wanted:R}");
        }
    }
}
