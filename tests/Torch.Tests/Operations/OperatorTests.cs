using System.Text.Json;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Operations;

/// <summary>Values and gradients of every operation: PyTorch's, and differences'; of contiguous inputs and of views.</summary>
public sealed class OperatorTests
{
    private static readonly Dictionary<string, JsonElement> Golden = JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("operators.json")))
        .RootElement
        .EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!);

    public static TheoryData<string> Names => [.. Golden.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_PyTorchs_in_value_and_gradient(string name) => Compare(name, x => x);

    [Theory]
    [MemberData(nameof(Names))]
    public void Takes_inputs_that_are_not_contiguous(string name) => Compare(name, Strided);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_differences(string name) => Assert.True(autograd.gradcheck(Operators.All[name], Inputs(name, x => x)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_second_derivatives_that_agree_with_differences(string name)
    {
        Assert.True(autograd.gradgradcheck(Operators.All[name], Inputs(name, x => x), atol: 1e-4));
    }

    [Theory]
    [InlineData("tril -1")]
    [InlineData("solve triangular")]
    [InlineData("mirrored")]
    [InlineData("solved and turned")]
    public void Compositions_agree_with_differences(string name)
    {
        Func<IList<Tensor>, Tensor> function = name switch
        {
            "tril -1" => x => x[0].tril(-1).mT * x[0],
            "solve triangular" => x => linalg.solve(x[0].triu() + eye(3, dtype: float64) * 4, x[1]),
            "mirrored" => x => x[1].mT.mm(x[0].tril() + x[0].tril(-1).mT),
            _ => x => linalg.solve(x[0].triu() + eye(3, dtype: float64) * 4, (x[2] + x[2].mm(x[0])).mT).mT,
        };
        Tensor[] inputs = [.. new long[][] { [3, 3], [3, 2],
            [4, 3] }.Select((shape, seed) => tensor(Numbers(shape[0] * shape[1], seed), shape).requires_grad_())];
        Assert.True(autograd.gradcheck(function, inputs));
        Assert.True(autograd.gradgradcheck(function, inputs));
    }

    [Fact]
    public void Every_case_of_the_golden_file_has_its_operation() => Assert.Equal(Golden.Keys.Order(), Operators.All.Keys.Order());

    private static void Compare(string name, Func<Tensor, Tensor> layout)
    {
        var golden = Golden[name];
        var inputs = Inputs(name, layout);
        var y = Operators.All[name](inputs);
        Assert.Equal(Longs(golden.GetProperty("shape")), y.shape);
        Close(golden.GetProperty("value"), y);
        var w = (arange(y.numel(), float64) * 0.1 + 0.5).reshape(y.shape);
        var gradients = autograd.grad([(y * w).sum()], inputs);
        for (var i = 0; i < inputs.Length; i++)
        {
            Assert.Equal(inputs[i].shape, gradients[i].shape);
            Close(golden.GetProperty("gradients")[i], gradients[i]);
        }
    }

    private static Tensor[] Inputs(string name, Func<Tensor, Tensor> layout) =>
        [.. Golden[name].GetProperty("shapes").EnumerateArray()
            .Select((shape, seed) =>
                layout(tensor(Numbers(Longs(shape).Aggregate(1L, (a, b) => a * b), seed), Longs(shape))).detach().requires_grad_())];

    private static double[] Numbers(long count, int seed)
    {
        var numbers = new double[count];
        for (var n = 1; n <= count; n++)
            numbers[n - 1] = Math.Round(((((n * 0.6180339887498949) + (seed * 1.4142135623730951)) % 1) * 4) - 2 + 0.003, 6);
        return numbers;
    }

    /// <summary>The same elements, every dimension with a gap and in the opposite order of strides.</summary>
    private static Tensor Strided(Tensor x)
    {
        var room = zeros([.. x.shape.Reverse().Select(n => n * 2)], float64);
        var view = room.permute(Enumerable.Range(0, (int)x.ndim).Reverse().Select(i => (long)i).ToArray());
        for (var d = 0; d < x.ndim; d++) view = view.slice(d, 0, view.shape[d], 2);
        view.copy_(x);
        Assert.True(x.numel() == 1 || !view.is_contiguous());
        return view;
    }

    private static long[] Longs(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetInt64())];

    private static void Close(JsonElement expected, Tensor actual)
    {
        var values = actual.ToArray<double>();
        var i = 0;
        foreach (var number in expected.EnumerateArray())
        {
            var (e, a) = (number.GetDouble(), values[i]);
            Assert.True(Math.Abs(e - a) <= 1e-9 + (1e-9 * Math.Abs(e)), $"element {i}: {a:R} where PyTorch has {e:R}");
            i++;
        }
        Assert.Equal(i, values.Length);
    }
}
