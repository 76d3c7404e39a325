using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

/// <summary>First values, drawn with PyTorch's numbers (Golden/nn.py).</summary>
public sealed class InitialisationTests
{
    private static readonly GoldenLayers Golden = new("init");

    private static readonly Dictionary<string, Func<Tensor>> Draws = new()
    {
        ["uniform_"] = () => init.uniform_(empty(4, 6), -2, 3),
        ["normal_"] = () => init.normal_(empty(4, 6), 1, 2),
        ["constant_"] = () => init.constant_(empty(4, 6), 1.5),
        ["ones_"] = () => init.ones_(empty(4, 6)),
        ["zeros_"] = () => init.zeros_(empty(4, 6)),
        ["eye_"] = () => init.eye_(empty(4, 6)),
        ["xavier_uniform_"] = () => init.xavier_uniform_(empty(4, 6), 2),
        ["xavier_normal_"] = () => init.xavier_normal_(empty(4, 6)),
        ["kaiming_uniform_"] = () => init.kaiming_uniform_(empty(4, 6), nonlinearity: init.NonlinearityType.ReLU),
        ["kaiming_normal_"] = () => init.kaiming_normal_(empty(4, 6), mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU),
        ["trunc_normal_"] = () => init.trunc_normal_(empty(4, 6), 0.5, 1, -1, 1),
        ["orthogonal_"] = () => init.orthogonal_(empty(4, 6)),
        ["orthogonal_ tall"] = () => init.orthogonal_(empty(6, 4), 2),
        ["sparse_"] = () => init.sparse_(empty(4, 6), 0.6),
        ["dirac_"] = () => init.dirac_(empty([3, 2, 3, 3])),
    };

    public static TheoryData<string> Names => [.. Golden.Cases];

    [Theory]
    [MemberData(nameof(Names))]
    public void As_PyTorch(string name)
    {
        manual_seed(3);
        var drawn = Draws[name]();
        var expected = Golden.List(name, "out")[0];
        if (name.Contains("normal") || name.Contains("orthogonal") || name.Contains("sparse")) Numbers.Close(expected, drawn, 3e-6, name);
        else
            Assert.True(expected.bytes.SequenceEqual(drawn.bytes),
                $"{name}: {drawn.ToArray<float>()[0]:R}, PyTorch drew {expected.ToArray<float>()[0]:R}");
    }

    [Fact]
    public void A_parameter_is_drawn_in_place_without_history()
    {
        var parameter = Parameter(empty(3, 3));
        init.xavier_uniform_(parameter);
        Assert.True(parameter.is_leaf && parameter.requires_grad);
    }
}
