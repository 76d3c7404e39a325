using Qiansi.Modules;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.NN;

/// <summary>Lists and dictionaries of modules and parameters: what they hold, in order, under which names it is registered.</summary>
public sealed class ContainerTests
{
    [Fact]
    public void A_dictionary_of_modules_keeps_its_order_and_registers_what_it_holds()
    {
        var (a, b) = (nn.Linear(2, 3), nn.Linear(3, 1));
        var modules = nn.ModuleDict<Linear>(("a", a), ("b", b));
        Assert.Equal(2, modules.Count);
        Assert.Equal(["a", "b"], modules.Keys);
        Assert.Equal(modules.Keys, modules.keys());
        Assert.Equal([a, b], modules.Values);
        Assert.Equal(modules.Values, modules.values());
        Assert.Equal(("b", b), modules[1]);
        Assert.True(modules.ContainsKey("a"));
        Assert.True(modules.TryGetValue("b", out var found));
        Assert.Same(b, found);
        Assert.Equal(["a.weight", "a.bias", "b.weight", "b.bias"], modules.state_dict().Keys);
        using (var items = modules.items())
        {
            Assert.True(items.MoveNext());
            Assert.Equal(("a", a), items.Current);
        }
        Assert.True(modules.Remove("a"));
        Assert.Equal(["b.weight", "b.bias"], modules.state_dict().Keys);
        modules[0] = ("c", a);
        Assert.Equal(["c.weight", "c.bias"], modules.state_dict().Keys);
        modules.clear();
        Assert.Equal(0, modules.Count);
        Assert.Empty(modules.state_dict());
    }

    [Fact]
    public void A_dictionary_of_parameters_is_one_of_names_and_tensors()
    {
        var (w, b) = (nn.Parameter(ones(2)), nn.Parameter(zeros(1)));
        var parameters = nn.ParameterDict(("w", w), ("b", b));
        Assert.Equal(2, parameters.Count);
        Assert.Equal(["w", "b"], parameters.Keys);
        Assert.Equal(parameters.Keys, parameters.keys());
        Assert.Equal([w, b], parameters.Values);
        Assert.Equal(parameters.Values, parameters.values());
        Assert.True(parameters.ContainsKey("w"));
        Assert.True(parameters.TryGetValue("b", out var found));
        Assert.Same(b, found);
        Assert.True(parameters.Remove("w"));
        Assert.Equal(["b"], parameters.state_dict().Keys);
        parameters.clear();
        Assert.Equal(0, parameters.Count);
    }

    [Fact]
    public void Lists_grow_and_register_under_their_places()
    {
        nn.Module first = nn.ReLU();
        var modules = nn.ModuleList(first);
        modules.extend([nn.Linear(1, 1)]);
        modules.append(nn.Linear(1, 2), nn.Tanh());
        Assert.Equal(["1.weight", "1.bias", "2.weight", "2.bias"], modules.state_dict().Keys);
        Assert.Equal(4, modules.children().Count());
        var parameters = nn.ParameterList(nn.Parameter(ones(1)));
        parameters.extend([nn.Parameter(zeros(2))]);
        Assert.Equal(["0", "1"], parameters.state_dict().Keys);
    }

    [Fact]
    public void A_sequence_takes_modules_with_and_without_names_and_gives_parts_of_itself()
    {
        nn.Module<Tensor, Tensor> linear = nn.Linear(2, 2);
        Assert.Empty(nn.Sequential().state_dict());
        Assert.Equal(["a.weight", "a.bias"], nn.Sequential(Tuple.Create("a", linear)).state_dict().Keys);
        Assert.Equal(["a.weight", "a.bias"],
            nn.Sequential((IEnumerable<Tuple<string, nn.Module<Tensor, Tensor>>>)[Tuple.Create("a", linear)]).state_dict().Keys);
        IEnumerable<(string, nn.Module<Tensor, Tensor>)> named = [("b", linear), ("c", nn.ReLU())];
        var sequence = nn.Sequential(named);
        Assert.Equal(["b.weight", "b.bias"], sequence.state_dict().Keys);
        var x = tensor(new[] { -1.0f, 2 });
        Assert.Equal(linear.call(x).relu(), sequence.call(x), (e, a) => e.allclose(a));
    }
}
