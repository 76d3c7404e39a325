using System.Text.Json;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Operations;

/// <summary>Operations without a gradient, and what becomes of integers, NaN and infinity: PyTorch's results (Golden/values.py).</summary>
public sealed class ValueTests
{
    private static readonly Dictionary<string, JsonElement> Golden = JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("values.json")))
        .RootElement
        .EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!);

    private static readonly Dictionary<string, Func<IList<Tensor>, Tensor>> Operations = new()
    {
        ["gcd"] = x => x[0].gcd(x[1]),
        ["lcm"] = x => x[0].lcm(x[1]),
        ["remainder ints"] = x => x[0].remainder(x[1]),
        ["fmod ints"] = x => x[0].fmod(x[1]),
        ["remainder floats"] = x => x[0].remainder(x[1]),
        ["floor_divide"] = x => x[0].floor_divide(x[1]),
        ["bitwise_and"] = x => x[0] & x[1],
        ["bitwise_or"] = x => x[0] | x[1],
        ["bitwise_xor bools"] = x => x[0] ^ x[1],
        ["bitwise_not"] = x => x[0].bitwise_not(),
        ["shifts"] = x => stack([x[0].bitwise_left_shift(x[1]), x[0].bitwise_right_shift(x[1])]),
        ["logical_xor"] = x => x[0].logical_xor(x[1]),
        ["logical_or ints"] = x => x[0].logical_or(x[1]),
        ["heaviside"] = x => x[0].heaviside(x[1]),
        ["copysign"] = x => x[0].copysign(x[1]).signbit(),
        ["signbit"] = x => x[0].signbit(),
        ["sgn"] = x => x[0].sgn(),
        ["fmax"] = x => x[0].fmax(x[1]),
        ["fmin"] = x => x[0].fmin(x[1]),
        ["maximum"] = x => x[0].maximum(x[1]),
        ["nan_to_num"] = x => x[0].nan_to_num(),
        ["nan_to_num given"] = x => x[0].nan_to_num(1, 7, -7),
        ["erfinv"] = x => x[0].erfinv(),
        ["acosh"] = x => x[0].acosh(),
        ["atanh"] = x => x[0].atanh(),
        ["exp2 ints"] = x => x[0].exp2(),
        ["isin"] = x => x[0].isin(x[1]),
        ["isin invert"] = x => x[0].isin(x[1], invert: true),
        ["searchsorted"] = x => searchsorted(x[0], x[1]),
        ["searchsorted right"] = x => searchsorted(x[0], x[1], right: true, out_int32: true),
        ["searchsorted rows"] = x => searchsorted(x[0].view(2, 3), x[1].view(2, 2)),
        ["searchsorted sorter"] = x => searchsorted(x[0], x[1], sorter: x[0].argsort()),
        ["bucketize"] = x => x[0].bucketize(x[1]),
        ["bucketize right"] = x => x[0].bucketize(x[1], right: true),
        ["histc"] = x => x[0].histc(4),
        ["histc outside"] = x => x[0].histc(2, 1, 4),
        ["histogram"] = x => histogram(x[0], 4, weight: x[1]).hist,
        ["histogram edges"] = x => histogram(x[0], x[1], density: true).hist,
        ["bincount"] = x => x[0].bincount(),
        ["bincount weights"] = x => x[0].bincount(x[1], 5),
        ["count_nonzero"] = x => x[0].count_nonzero(),
        ["nansum"] = x => x[0].nansum(),
        ["nanmean"] = x => x[0].view(2, 3).nanmean(1),
        ["nanmedian"] = x => x[0].nanmedian(),
        ["median"] = x => x[0].median(),
        ["mode"] = x => x[0].view(2, 4).mode(1) is var (v, i) ? stack([v, i]) : throw new InvalidOperationException(),
        ["quantile"] = x => x[0].view(2, 3).quantile(tensor(new[] { 0.25f, 0.5f }), 1),
        ["nanquantile"] = x => x[0].view(2, 3).nanquantile(tensor(new[] { 0.25f, 1 }), 1),
        ["unique rows"] = x => x[0].view(3, 2).unique(dim: 0).output,
        ["unique rows inverse"] = x => x[0].view(3, 2).unique(return_inverse: true, dim: 0).inverse_indices!,
        ["unique columns counts"] = x => x[0].view(2, 3).unique(return_counts: true, dim: 1).counts!,
        ["unique_consecutive rows"] = x => x[0].view(4, 2).unique_consecutive(dim: 0).output,
        ["tril_indices"] = _ => tril_indices(3, 4, 1),
        ["triu_indices"] = _ => triu_indices(3, 4, -1),
        ["combinations"] = x => combinations(x[0], 2, true),
        ["cartesian_prod"] = x => cartesian_prod(x[0], x[1]),
        ["block_diag"] = x => block_diag(x[0], x[1], tensor(7L)),
        ["diff bools"] = x => x[0].diff(),
        ["vander"] = x => x[0].vander(increasing: true),
        ["repeat_interleave"] = x => x[0].repeat_interleave(x[1]),
        ["cov ints"] = x => x[0].view(2, 3).cov(),
        ["matrix_rank"] = x => linalg.matrix_rank(x[0].view(3, 2)),
        ["lstsq residuals"] = x => linalg.lstsq(x[0].view(3, 2), x[1].view(3, 1)).Residuals,
        ["hann_window"] = _ => hann_window(5),
        ["hamming_window"] = _ => hamming_window(6, false),
        ["blackman_window"] = _ => blackman_window(5, dtype: float64),
        ["bartlett_window"] = _ => bartlett_window(5, false),
        ["allclose nan"] = x => tensor(new[] { x[0].allclose(x[1]), x[0].allclose(x[1], equal_nan: true) }),
        ["tensor_split"] = x => x[0].tensor_split([1, -1])[1],
        ["take_along_dim"] = x => x[0].take_along_dim(x[0].argsort(), 0),
        ["clamp tensors"] = x => x[0].clamp(x[1], x[2]),
        ["atleast_3d"] = x => x[0].atleast_3d(),
        ["deg2rad"] = x => x[0].deg2rad(),
        ["ldexp"] = x => x[0].ldexp(x[1]),
        ["float_power"] = x => x[0].float_power(x[1]),
    };

    public static TheoryData<string> Names => [.. Golden.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_PyTorchs(string name)
    {
        var golden = Golden[name];
        var y = Operations[name]([.. golden.GetProperty("inputs").EnumerateArray().Select(Read)]);
        var expected = Read(golden.GetProperty("result"));
        Assert.Equal(expected.dtype, y.dtype);
        Assert.Equal(expected.shape, y.shape);
        Assert.True(y.allclose(expected, rtol: 2e-6, atol: 1e-7, equal_nan: true), $"{name}: {y} where PyTorch has {expected}");
    }

    [Fact]
    public void Every_operation_has_its_case() => Assert.Equal(Golden.Keys.Order(), Operations.Keys.Order());

    private static Tensor Read(JsonElement written)
    {
        var elements = written.GetProperty("value").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number
        ? v.GetDouble() : v.GetString() switch
        {
            // C#'s own NaN has the sign bit set, Python's has not.
            "nan" => BitConverter.Int64BitsToDouble(0x7FF8000000000000),
            "inf" => double.PositiveInfinity,
            _ => double.NegativeInfinity,
        }).ToArray();
        var type = Enum.Parse<ScalarType>(written.GetProperty("type").GetString()!, ignoreCase: true);
        return tensor(elements, [.. written.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())]).to_type(type);
    }
}
