using System.Text.Json;
using static Qiansi.torch;
using static Qiansi.torchvision;

namespace Qiansi.Vision.Tests;

/// <summary>Every function of <c>transforms.functional</c>, and transforms without chance: torchvision's pictures.</summary>
public sealed class TransformGoldenTests
{
    private static readonly Dictionary<string, Func<Tensor, JsonElement, Tensor>> Functions = new()
    {
        ["rotate"] = (x, a) => transforms.functional.rotate(x, a.GetProperty("angle").GetDouble(), Mode(a)),
        ["affine"] = (x, a) => transforms.functional.affine(
            x, Number(a, "angle", 0), a.TryGetProperty("translate", out var t) ? (t[0].GetDouble(), t[1].GetDouble()) : null,
            Number(a, "scale", 1), Number(a, "shear", 0), Mode(a)),
        ["center_crop"] = (x, a) => transforms.CenterCrop(a.GetProperty("size")[0].GetInt64(), a.GetProperty("size")[1].GetInt64()).call(x),
        ["crop"] = (x, a) => Longs(a.GetProperty("box")) is var b ? transforms.functional.crop(x, b[0], b[1], b[2], b[3]) : x,
        ["pad"] = (x, a) => transforms.Pad(a.GetProperty("padding").GetInt64(), a.GetProperty("fill").GetDouble()).call(x),
        ["hflip"] = (x, _) => transforms.functional.hflip(x),
        ["vflip"] = (x, _) => transforms.functional.vflip(x),
        ["normalize"] = (x, a) => transforms.functional.normalize(x, Numbers(a.GetProperty("mean")), Numbers(a.GetProperty("std"))),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pictures_are_torchvisions(string function)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("transforms.json")));
        var cases = golden.RootElement.EnumerateArray().Where(c => c.GetProperty("function").GetString() == function).ToList();
        Assert.NotEmpty(cases);
        foreach (var written in cases)
        {
            var (shape, type) = (Longs(written.GetProperty("shape")), Type(written));
            var (arguments, result) = (written.GetProperty("arguments"), written.GetProperty("result"));
            var y = Functions[function](Picture(shape, type), arguments);
            var expected = tensor(Numbers(result.GetProperty("value")), Longs(result.GetProperty("shape")));
            Assert.Equal(type, y.dtype);
            Assert.Equal(expected.shape, y.shape);
            var far = (y.to(float64) - expected).abs().max().item<double>();
            var what = $"{function} {arguments} of {type} [{string.Join(", ", shape)}]";
            Assert.True(far < 2e-5, $"{what} is {far} off: {y} where torchvision has {expected}");
        }
    }

    [Fact]
    public void Every_function_that_is_offered_is_compared() => Assert.Empty(
        typeof(transforms.functional).GetMethods().Where(m => m.IsStatic).Select(m => m.Name).Except(Functions.Keys));

    private static Tensor Picture(long[] shape, ScalarType type)
    {
        var n = arange(shape.Aggregate(1L, (a, b) => a * b), dtype: float64);
        return ((7 * n).remainder(23) + n / 8).to(type).reshape(shape);
    }

    private static InterpolationMode Mode(JsonElement arguments) =>
        Enum.Parse<InterpolationMode>(arguments.GetProperty("interpolation").GetString()!, ignoreCase: true);

    private static ScalarType Type(JsonElement written) => written.GetProperty("type").GetString() switch
    {
        "uint8" => ScalarType.Byte,
        var name => Enum.Parse<ScalarType>(name!, ignoreCase: true),
    };

    private static double Number(JsonElement arguments, string name, double otherwise) =>
        arguments.TryGetProperty(name, out var n) ? n.GetDouble() : otherwise;

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetDouble())];

    private static long[] Longs(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetInt64())];
}
