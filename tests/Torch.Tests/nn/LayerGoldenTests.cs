using static Qiansi.torch;

namespace Qiansi.Torch.Tests.NN;

/// <summary>Layers and losses against PyTorch 1.13.1: first parameters bit for bit, outputs and gradients; and the same in float64,
/// where derivatives are also checked against differences.</summary>
public sealed class LayerGoldenTests
{
    private static readonly Dictionary<string, (GoldenLayers Golden, Dictionary<string, Func<LayerCase>> Cases)> Families =
        LayerCases.All.ToDictionary(family => family.Name, family => (new GoldenLayers(family.Name), family.Cases));

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (family, (golden, _)) in Families)
            {
                foreach (var name in golden.Cases) data.Add(family, name);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void As_PyTorch(string family, string name)
    {
        var golden = Families[family].Golden;
        var @case = Build(family, name);
        SameState(golden.Of(name, "state."), @case, exact: !name.StartsWith("Embedding", StringComparison.Ordinal));
        Compare(golden, name, @case, ScalarType.Float32);
        foreach (var (key, expected) in golden.Of(name, "after."))
            Numbers.Close(expected, @case.Module!.get_buffer(key)!, 1e-5, $"{key} after the call");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void In_float64_the_same_and_derivatives_are_those_of_differences(string family, string name)
    {
        var golden = Families[family].Golden;
        var @case = Build(family, name);
        @case.Module?.to(ScalarType.Float64);
        Compare(golden, name, @case, ScalarType.Float64);
        // The row of padding_idx gets no gradient although the output depends on it.
        if (name != "Embedding padding") Differences(golden, name, @case);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Second_derivatives_of_the_fast_path_are_those_of_the_readable_one(string family, string name)
    {
        var golden = Families[family].Golden;
        var fast = Second(golden, name, Build(family, name), ScalarType.Float32);
        var @case = Build(family, name);
        @case.Module?.to(ScalarType.Float64);
        var readable = Second(golden, name, @case, ScalarType.Float64);
        for (var i = 0; i < fast.Length; i++)
        {
            Assert.Equal(readable[i] is null, fast[i] is null);
            if (readable[i] is not null) Numbers.Close(readable[i]!, fast[i]!, 2e-3, $"second derivative {i}");
        }
    }

    private static LayerCase Build(string family, string name)
    {
        Assert.True(Families[family].Cases.TryGetValue(name, out var build), $"no case is written for '{name}' of {family}");
        manual_seed(7);
        return build();
    }

    private static void SameState(IReadOnlyDictionary<string, Tensor> expected, LayerCase @case, bool exact)
    {
        if (@case.Module is null)
        {
            Assert.Empty(expected);
            return;
        }
        var state = @case.Module.state_dict();
        Assert.Equal(expected.Keys.Order(), state.Keys.Order());
        foreach (var (key, tensor) in expected)
        {
            Assert.Equal(tensor.shape, state[key].shape);
            if (exact)
                Assert.True(tensor.bytes.SequenceEqual(state[key].bytes),
                    $"{key}: {state[key].to_type(ScalarType.Float64).reshape(-1).ToArray<double>().FirstOrDefault()} where PyTorch drew "
                    + $"{tensor.to_type(ScalarType.Float64).reshape(-1).ToArray<double>().FirstOrDefault()}");
            else Numbers.Close(tensor, state[key], 3e-7, key);
        }
    }

    private static void Compare(GoldenLayers golden, string name, LayerCase @case, ScalarType type)
    {
        var inputs = Inputs(golden, name, type);
        manual_seed(8);
        var outputs = @case.Run(inputs);
        var expected = golden.List(name, "out");
        Assert.Equal(expected.Length, outputs.Length);
        for (var i = 0; i < outputs.Length; i++) Numbers.Close(expected[i], outputs[i], 1e-5, $"output {i}");
        var wanted = Wanted(inputs, @case);
        var gradients = autograd.grad([Total(outputs)], [.. wanted.Select(w => w.Tensor)], allow_unused: true);
        var known = golden.Of(name, "grad.");
        for (var i = 0; i < wanted.Count; i++)
        {
            var has = known.TryGetValue(wanted[i].Name, out var gradient);
            if (!has)
                Assert.True(gradients[i] is null || gradients[i].abs().max().ToDouble() == 0,
                    $"{wanted[i].Name} has a gradient, in PyTorch it has none");
            else Numbers.Close(gradient!, gradients[i], 3e-5, $"gradient of {wanted[i].Name}");
        }
    }

    /// <summary>The derivative along a random direction is that of a difference.</summary>
    private static void Differences(GoldenLayers golden, string name, LayerCase @case)
    {
        var inputs = Inputs(golden, name, ScalarType.Float64);
        var wanted = Wanted(inputs, @case);
        var gradients = autograd.grad([Sum()], [.. wanted.Select(w => w.Tensor)], allow_unused: true);
        manual_seed(99);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (gradients[i] is null) continue;
            var tensor = wanted[i].Tensor;
            var direction = randn(tensor.shape, ScalarType.Float64);
            const double step = 1e-6;
            using var mode = no_grad();
            tensor.add_(direction * step);
            var above = Sum().ToDouble();
            tensor.sub_(direction * (2 * step));
            var below = Sum().ToDouble();
            tensor.add_(direction * step);
            var slope = (gradients[i] * direction).sum().ToDouble();
            var difference = (above - below) / (2 * step);
            Assert.True(Math.Abs(slope - difference) <= 1e-5 * Math.Max(1, Math.Abs(slope)),
                $"{wanted[i].Name}: derivative {slope}, difference {difference}");
        }

        Tensor Sum()
        {
            manual_seed(8);
            return Total(@case.Run(inputs));
        }
    }

    private static Tensor?[] Second(GoldenLayers golden, string name, LayerCase @case, ScalarType type)
    {
        var inputs = Inputs(golden, name, type);
        var wanted = Wanted(inputs, @case).Select(w => w.Tensor).ToArray();
        manual_seed(8);
        var gradients = autograd.grad([Total(@case.Run(inputs))], wanted, create_graph: true, allow_unused: true);
        var terms = gradients.Where(g => g is not null && g.requires_grad).Select(g => (g.square() * Numbers.Weights(g)).sum()).ToArray();
        if (terms.Length == 0) return new Tensor?[wanted.Length];
        return [.. autograd.grad([terms.Aggregate((a, b) => a + b)], wanted, allow_unused: true)];
    }

    private static Tensor[] Inputs(GoldenLayers golden, string name, ScalarType type) =>
        [.. golden.List(name, "input").Select(x => x.is_floating_point() ? x.to(type, copy: true).requires_grad_() : x)];

    private static List<(string Name, Tensor Tensor)> Wanted(Tensor[] inputs, LayerCase @case)
    {
        var wanted = inputs.Select((x, i) => ($"input{i}", x)).Where(x => x.x.requires_grad).ToList();
        if (@case.Module is { } module) wanted.AddRange(module.named_parameters().Select(p => (p.name, (Tensor)p.parameter)));
        return wanted;
    }

    private static Tensor Total(Tensor[] outputs) =>
        outputs.Where(o => o.is_floating_point() && (o.requires_grad || !is_grad_enabled())).Select(o => (o * Numbers.Weights(o)).sum())
            .Aggregate((a, b) => a + b);
}
