using Microsoft.DotNet.Interactive.Formatting;
using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

/// <summary>Through the formatting package alone, as in a host of another make.</summary>
[Collection(nameof(FormatterTests))]
public sealed class FormatterTests
{
    public FormatterTests() => TensorsExtension.Register();

    [Fact]
    public void ATensorAloneShowsAPictureAndInsideOfAnythingOneLine()
    {
        var x = arange(12).reshape(3, 4).WithAxes("row", "column");
        Assert.Contains("<svg", x.ToDisplayString("text/html"));
        var parameter = new Qiansi.Modules.Parameter(ones(2, 2));
        Assert.Contains("<svg", parameter.ToDisplayString("text/html"));
        foreach (var value in new object[] { new { x }, new[] { x }, new Dictionary<string, Tensor> { ["x"] = x }, (x, 1) })
        {
            var html = value.ToDisplayString("text/html");
            Assert.DoesNotContain("<svg", html);
            Assert.Contains("Tensor [row 3, column 4] int64 · min 0 · max 11 · mean 5.5 · std 3.606 · zeros 1 (8.33 %)", html);
        }
    }

    [Fact]
    public void TextSaysTheSameInWords()
    {
        var text = ones(2, 2).ToDisplayString("text/plain");
        Assert.StartsWith("Tensor [2, 2] · float32 · 4 elements, 16 B · cpu · strides [2, 1]", text);
        Assert.Contains("min 1 · max 1 · mean 1 · std 0 · zeros 0", text);
        Assert.EndsWith("tensor([[1., 1.],\n        [1., 1.]])", text);
    }

    [Fact]
    public void APictureShowsItself()
    {
        var picture = rand(5, 5).AsImage();
        Assert.Equal(picture.Html, picture.ToDisplayString("text/html"));
        Assert.Equal(picture.Text, picture.ToDisplayString("text/plain"));
    }
}
