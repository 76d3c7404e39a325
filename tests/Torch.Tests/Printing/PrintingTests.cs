using System.Text.Json;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Printing;

/// <summary>Text of tensors, character for character as PyTorch's (Golden/printing.py).</summary>
public sealed class PrintingTests
{
    private static readonly Dictionary<string, string> Golden =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(GoldenFile.Path("printing.json")))!;

    private static Tensor Twelve => arange(12, float32).reshape(3, 4);

    private static readonly Dictionary<string, Func<Tensor>> Cases = new()
    {
        ["whole"] = () => Twelve,
        ["decimals"] = () => Twelve / 7,
        ["negative"] = () => (Twelve - 5.5) / 3,
        ["wide_range"] = () => tensor(new[] { 1e-5f, 1, 1000 }),
        ["large_whole"] = () => tensor(new[] { 1f, 123456789 }),
        ["whole_range"] = () => tensor(new[] { 1f, 2000 }),
        ["small"] = () => tensor(new[] { 1e-5f, 2e-5f }),
        ["ties"] = () => tensor(new[] { 0.03125, 0.09375, 1.5 }),
        ["scalar"] = () => tensor(3.14159f),
        ["scalar_int"] = () => tensor(7L),
        ["integers"] = () => arange(-3, 9).reshape(2, 6),
        ["int32"] = () => arange(4, int32),
        ["double"] = () => tensor(new[] { 0.1, 0.2 }),
        ["bool"] = () => tensor(new[,] { { true, false }, { false, true } }),
        ["uint8"] = () => tensor(new byte[] { 0, 255 }),
        ["half"] = () => tensor(new[] { 0.1f, 2 }).half(),
        ["bfloat16"] = () => tensor(new[] { 0.1f, 2 }).bfloat16(),
        ["nan_inf"] = () => tensor(new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1 }),
        ["nan_decimals"] = () => tensor(new[] { float.NaN, 1.25f, float.NegativeInfinity }),
        ["zeros"] = () => zeros(2, 3),
        ["negative_zero"] = () => tensor(new[] { -0.0f, 1.5f }),
        ["empty"] = () => zeros([0]),
        ["empty_shape"] = () => zeros([2, 0, 3]),
        ["empty_int"] = () => zeros([0], int64),
        ["three_dims"] = () => arange(24, float32).reshape(2, 3, 4),
        ["four_dims"] = () => arange(16).reshape(2, 2, 2, 2),
        ["long_line"] = () => arange(60, float32) / 3,
        ["summary"] = () => arange(10000, float32).reshape(100, 100),
        ["summary_vector"] = () => arange(2000),
        ["summary_three"] = () => arange(12000).reshape(20, 20, 30),
        ["summary_narrow"] = () => arange(1200).reshape(400, 3),
        ["leaf"] = () => ones([2], requires_grad: true),
        ["mul"] = () => ones([2], requires_grad: true) * 2,
        ["long_grad"] = () => (arange(8, float32) / 7).requires_grad_().exp(),
        ["view"] = () => ones([2, 3], requires_grad: true).t(),
        ["sum"] = () => ones([2], requires_grad: true).sum(),
    };

    public static TheoryData<string> Names => [.. Golden.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_PyTorchs_text(string name) => Assert.Equal(Golden[name], Cases[name]().ToString());

    [Fact]
    public void A_view_prints_as_its_copy()
    {
        var view = arange(24, float32).reshape(4, 6)[1..3, TensorIndex.Slice(step: 2)].t();
        Assert.Equal(view.clone().ToString(), view.ToString());
    }
}
