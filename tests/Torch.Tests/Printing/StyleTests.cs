using System.Globalization;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Printing;

/// <summary>Tensors in the styles of other languages, and formats of one's own.</summary>
public sealed class StyleTests
{
    private static readonly Tensor X = tensor(new[,] { { 1f, 2.5f }, { -3, 1000 } });

    [Fact]
    public void A_format_of_ones_own_keeps_PyTorchs_brackets()
    {
        Assert.Equal("tensor([[   1.00,    2.50],\n        [  -3.00, 1000.00]])", X.str(fltFormat: "0.00"));
        Assert.Equal("tensor([[1,00, 2,50]])",
            X[..1].str(fltFormat: "0.00", cultureInfo: new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } }));
        Assert.Equal(X.ToString(), X.str());
        Assert.Equal("tensor([1, 2])", tensor(new long[] { 1, 2 }).str(fltFormat: "0.00"));
        Assert.Equal(X.ToString().Replace("\n", "\r\n", StringComparison.Ordinal), X.str(newLine: "\r\n"));
    }

    [Fact]
    public void Each_style_looks_like_its_language()
    {
        Assert.Equal("[[   1  2.5]\n [  -3 1000]]", X.npstr());
        Assert.Equal("[2x2], type = Float32, device = cpu, value = float[,] {{1f, 2.5f},\n {-3f, 1000f}}", X.cstr());
        Assert.Equal("[2x2], type = Float32, device = cpu\n    1  2.5\n   -3 1000", X.jlstr());
        Assert.Equal("[2x2], type = Float32, device = cpu", X.ToString(TensorStringStyle.Metadata));
        Assert.Equal("tensor(2.5000)", X[0, 1].ToString(TensorStringStyle.Default));
        Assert.Equal("[], type = Float32, device = cpu, value = 2.5f", X[0, 1].cstr());
        Assert.Equal("[], type = Float32, device = cpu, value = 2.5", X[0, 1].jlstr());
        Assert.Equal("2.5", X[0, 1].npstr());
        Assert.Equal("[2], type = Bool, device = cpu, value = bool[] {true, false}", tensor(new[] { true, false }).cstr());
        Assert.Equal("[1], type = Float32, device = cpu, value = float[] {float.NaN}", tensor(new[] { float.NaN }).cstr());
        Assert.Equal("[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n[1,..,..] =\n 2 3", arange(4).reshape(2, 1, 2).jlstr());
        Assert.Equal("[[[0 1]]\n\n [[2 3]]]", arange(4).reshape(2, 1, 2).npstr());
        Assert.Equal("[0], type = Float32, device = cpu, value = float[] {}", zeros(0).cstr());
    }

    [Fact]
    public void Many_elements_are_summarised()
    {
        Assert.Equal("[   0    1    2 ...  998  999 1000]", arange(1001).npstr());
        Assert.Contains("...", arange(5000.0).cstr(), StringComparison.Ordinal);
        Assert.EndsWith("...", arange(100.0).jlstr(width: 40), StringComparison.Ordinal);
    }
}
