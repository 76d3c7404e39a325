using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Tensors.Adapters;
using Qiansi.Tensors.Tests.Showing;
using TS = TorchSharp.torch;

namespace Qiansi.Tensors.Tests.Adapters;

/// <summary>With a stand-in of TorchSharp's names; that the real assembly has the members is tested where cells bring the package (Tool.Tests).</summary>
[Collection(nameof(FormatterTests))]
public sealed class TorchSharpTests
{
    [Fact]
    public void ItIsShownAsOursIs()
    {
        Adapter.All[0].RegisterFor(typeof(TS.Tensor));
        var t = new TS.Tensor(new[] { 1f, -2f, float.NaN, 4f }, [2, 2], TS.ScalarType.Float32) { requires_grad = true };
        var html = t.ToDisplayString("text/html");
        var words = RenderedAs.Words(html);
        foreach (var part in new[] { "TorchSharp tensor [2, 2]", "float32", "cuda:0", "requires grad", "1 NaN!", "min|-2", "max|4" }) Assert.Contains(part, words);
        Assert.Contains("<svg", html);
        Assert.Contains("TorchSharp tensor [2, 2]", t.ToDisplayString("text/plain"));
        var inside = new { t }.ToDisplayString("text/html");
        Assert.DoesNotContain("<svg", inside);
        Assert.Contains("TorchSharp tensor [2, 2] · Tensor [2, 2] float32 · [1, -2, NaN, 4]", inside);
    }

    [Fact]
    public void OtherTypesAndLargeOnesAreShownToo()
    {
        Assert.Contains("max|3", RenderedAs.Words(TorchSharpTensor.Show(new TS.Tensor(new short[] { 1, 3 }, [2], TS.ScalarType.Int16)).Html));
        Assert.Equal("TorchSharp tensor [2]", TorchSharpTensor.Show(new TS.Tensor(new double[2], [2], TS.ScalarType.ComplexFloat64)).Text);
        var large = TorchSharpTensor.Show(new TS.Tensor(new float[17_000_000], [17_000, 1000], TS.ScalarType.Float32));
        Assert.Contains("elements at even distances are shown", RenderedAs.Words(large.Html));
    }
}
