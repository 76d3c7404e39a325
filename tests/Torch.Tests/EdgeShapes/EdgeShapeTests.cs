using System.Text.Json;
using Qiansi.Torch.Tests.Operations;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.EdgeShapes;

/// <summary>Empty tensors, sizes of 0 and no dimension, in every operation: PyTorch's shape, type, elements and gradients,
/// or an error that names the operation.</summary>
public sealed class EdgeShapeTests
{
    private static readonly ILookup<string, JsonElement> Golden = JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("edge-shapes.json")))
        .RootElement
        .EnumerateArray().ToLookup(c => c.GetProperty("name").GetString()!);

    /// <summary>Where we answer on purpose otherwise than PyTorch does, and why.</summary>
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["index_tensor [[3, 0]]"] = "an index out of range is refused, also where nothing is copied",
        ["index_tensor [[2, 0, 3]]"] = "an index out of range is refused, also where nothing is copied",
        ["index_apart [[2, 0, 3]]"] = "an index out of range is refused, also where nothing is copied",
        ["index_select [[0, 3]]"] = "nothing is copied, and the index not looked at",
        ["index_select [[0, 0]]"] = "nothing is copied, and the index not looked at",
        ["tril [[0]]"] = "a vector has no triangle, also an empty one",
        ["tril_0 [[0]]"] = "a vector has no triangle, also an empty one",
        ["triu [[0]]"] = "a vector has no triangle, also an empty one",
        ["diag [[3, 0]]"] = "a diagonal outside the matrix is empty, as torch.diagonal's",
        ["diag [[0, 0]]"] = "a diagonal outside the matrix is empty, as torch.diagonal's",
        ["linear [[0], [0]]"] = "a layer's weights are a matrix",
        ["linear [[0, 4], [4]]"] = "a layer's weights are a matrix",
        ["vecdot [[0], [1]]"] = "it is the sum of a product, which broadcasts",
        ["var [[]]"] = "the gradient of a variance of one element is NaN, as the variance is",
        ["var_last [[]]"] = "the gradient of a variance of one element is NaN, as the variance is",
        ["index_select_empty [[]]"] = "PyTorch gives one element that is not set",
        ["chunk [[1, 1]]"] = "the part that is not there is asked of C#'s array",
        ["trapezoid_x [[2, 0], [0, 3]]"] = "places must broadcast with the points",
        ["trapezoid_x [[2, 0, 3], [2, 3, 0]]"] = "places must broadcast with the points",
    };

    public static TheoryData<string> Names => [.. Golden.Select(c => c.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_PyTorchs(string name)
    {
        var operation = EdgeShapeOperators.All.GetValueOrDefault(name) ?? Operators.All[name];
        var wrong = Golden[name].Where(c => !Otherwise.ContainsKey(Key(c))).SelectMany(c => Differences(c, operation)).ToList();
        Assert.True(wrong.Count == 0, $"{name}:\n{string.Join("\n", wrong)}");
    }

    // view asks for elements that lie so that it can show them.
    public static TheoryData<string> Ungraded => [.. EdgeShapeOperators.All.Keys.Where(name => name != "view_minus_one")];

    [Theory]
    [MemberData(nameof(Ungraded))]
    public void Takes_inputs_that_are_not_contiguous(string name)
    {
        var arity = Golden[name].First().GetProperty("shapes").GetArrayLength();
        long[][] given = arity == 1 ? [name is "bincount" ? [7] : [4, 4]] : name == "linear" ? [[4, 4], [4, 4]] : [[4], [4]];
        var dense = given.Select(Numbers).ToArray();
        var strided = dense.Select(Strided).ToArray();
        Assert.All(strided, x => Assert.False(x.is_contiguous()));
        var expected = EdgeShapeOperators.All[name](dense);
        var actual = EdgeShapeOperators.All[name](strided);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.to_type(float64).ToArray<double>(), actual.to_type(float64).ToArray<double>());
    }

    private static Tensor Strided(Tensor x)
    {
        var view = zeros([.. x.shape.Reverse().Select(n => (n * 2) + 1)], x.dtype)
            .permute([.. Enumerable.Range(0, (int)x.ndim).Reverse().Select(i => (long)i)]);
        for (var d = 0; d < x.ndim; d++) view = view.slice(d, 1, view.shape[d], 2);
        return view.copy_(x.detach());
    }

    [Fact]
    public void Otherwise_is_otherwise()
    {
        foreach (var c in Golden.SelectMany(c => c).Where(c => Otherwise.ContainsKey(Key(c))))
        {
            var name = c.GetProperty("name").GetString()!;
            Assert.NotEmpty(Differences(c, EdgeShapeOperators.All.GetValueOrDefault(name) ?? Operators.All[name]));
        }
    }

    private static string Key(JsonElement c) =>
        $"{c.GetProperty("name").GetString()} "
        + $"[{string.Join(", ", c.GetProperty("shapes").EnumerateArray().Select(s => $"[{string.Join(", ", Longs(s))}]"))}]";

    private static IEnumerable<string> Differences(JsonElement golden, Func<IList<Tensor>, Tensor> operation)
    {
        var given = string.Join(", ", golden.GetProperty("shapes").EnumerateArray().Select(s => s.ToString()));
        var refused = golden.TryGetProperty("error", out _);
        var inputs = golden.GetProperty("shapes").EnumerateArray().Select((shape, seed) => Numbers(Longs(shape), seed)).ToArray();
        var (y, error) = Run(operation, inputs);
        if (error is not null)
        {
            if (!refused)
                yield return $"{given}: refused ({error.GetType().Name}: {error.Message}), "
                    + $"PyTorch gives shape {golden.GetProperty("shape")}";
            else if (!error.Message.Contains(':')) yield return $"{given}: the error does not say where it is from: {error.Message}";
            yield break;
        }
        if (refused)
        {
            yield return $"{given}: gives shape [{string.Join(", ", y!.shape)}], PyTorch refuses";
            yield break;
        }
        if (!y!.shape.SequenceEqual(Longs(golden.GetProperty("shape"))))
            yield return $"{given}: shape [{string.Join(", ", y.shape)}], PyTorch has {golden.GetProperty("shape")}";
        else if (y.dtype.ToString().ToLowerInvariant() != golden.GetProperty("type").GetString())
            yield return $"{given}: type {y.dtype}, PyTorch has {golden.GetProperty("type")}";
        else if (!Close(golden.GetProperty("value"), y)) yield return $"{given}: {y}, PyTorch has {golden.GetProperty("value")}";
        if (!golden.TryGetProperty("gradients", out var gradients)) yield break;
        if (!y.requires_grad)
        {
            yield return $"{given}: has no gradient, PyTorch has one";
            yield break;
        }
        var grads = autograd.grad([y.sum()], inputs, allow_unused: true);
        for (var i = 0; i < inputs.Length; i++)
        {
            var expected = gradients[i];
            if (expected.ValueKind == JsonValueKind.Null) continue;
            if (grads[i] is null) yield return $"{given}: input {i} has no gradient";
            else if (!grads[i].shape.SequenceEqual(inputs[i].shape) || !Close(expected, grads[i]))
                yield return $"{given}: gradient {i} is {grads[i]}, PyTorch has {expected}";
        }
    }

    private static (Tensor? Result, Exception? Error) Run(Func<IList<Tensor>, Tensor> operation, Tensor[] inputs)
    {
        try
        {
            return (operation(inputs), null);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            return (null, error);
        }
    }

    private static bool Close(JsonElement expected, Tensor actual)
    {
        var values = actual.to_type(float64).ToArray<double>();
        var numbers = expected.EnumerateArray().Select(Number).ToArray();
        return numbers.Length == values.Length
            && numbers.Zip(values, (e, a) => e.Equals(a) || Math.Abs(e - a) <= 1e-9 + (1e-9 * Math.Abs(e))).All(ok => ok);
    }

    private static double Number(JsonElement e) => e.ValueKind == JsonValueKind.Number ? e.GetDouble() : e.GetString() switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        _ => double.NegativeInfinity,
    };

    private static Tensor Numbers(long[] shape, int seed)
    {
        var numbers = new double[shape.Aggregate(1L, (a, b) => a * b)];
        for (var n = 1; n <= numbers.Length; n++)
            numbers[n - 1] = Math.Round(((((n * 0.6180339887498949) + (seed * 1.4142135623730951)) % 1) * 4) - 2 + 0.003, 6);
        return tensor(numbers, shape).requires_grad_();
    }

    private static long[] Longs(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetInt64())];
}
