using Qiansi.Tensors.Views;
using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

public sealed class TensorViewTests
{
    [Fact]
    public void FactsStatisticsAndTheMakingOperationAreShown()
    {
        var x = tensor(new float[] { -1, 0, 0, 3 }, new long[] { 2, 2 }, requires_grad: true);
        var words = RenderedAs.Words(TensorView.Html(x.mul(2)));
        foreach (var fact in new[] { "Tensor [2, 2]", "float32", "4 elements, 16 B", "cpu", "strides [2, 1]", "made by MulBackward0",
            "requires grad", "min|-2", "max|6", "mean|1", "std|3.464", "zeros|2 (50 %)", "NaN, ±Inf|none" })
            Assert.Contains(fact, words);
    }

    [Fact]
    public void WhatIsNotFiniteIsLoud()
    {
        var x = tensor(new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1f, float.NaN });
        var html = TensorView.Html(x);
        var words = RenderedAs.Words(html);
        Assert.Contains("2 NaN!|1 +Inf!|1 -Inf!", words);
        Assert.Contains("min|1|max|1", words);
        Assert.Contains("dim 0 0: NaN", RenderedAs.Titles(html));
        Assert.Contains("2 NaN! · 1 +Inf! · 1 -Inf!", TensorView.Text(x));
    }

    [Theory]
    [InlineData()]
    [InlineData(1L)]
    [InlineData(0L)]
    [InlineData(7L)]
    [InlineData(5000L)]
    [InlineData(3L, 4L)]
    [InlineData(0L, 4L)]
    [InlineData(1L, 4000L)]
    [InlineData(4000L, 1L)]
    [InlineData(16L, 16L)]
    [InlineData(300L, 500L)]
    [InlineData(64L, 28L, 28L)]
    [InlineData(100L, 100L, 3L)]
    [InlineData(16L, 1L, 28L, 28L)]
    [InlineData(128L, 64L, 3L, 3L)]
    [InlineData(8L, 3L, 224L, 224L)]
    [InlineData(2L, 3L, 4L, 5L, 6L)]
    [InlineData(1L, 1L, 1L, 1L, 1L, 2L)]
    public void EveryShapeIsShownWithinTheLimits(params long[] shape)
    {
        manual_seed(1);
        foreach (var t in new[] { randn(shape), zeros(shape), full(shape, double.NaN), randn(shape).gt(0), randn(shape).mul(1e30).to(int64),
            randn(shape).to(bfloat16) })
        {
            RenderedAs.Checked(TensorView.Html(t));
            Assert.InRange(TensorView.Text(t).Length, 10, 65536);
        }
    }

    [Fact]
    public void AHeatmapOfMixedSignsIsCentredAtZeroAndTellsEachElement()
    {
        var titles = RenderedAs.Titles(TensorView.Html(tensor(new float[] { -2, 0, 1, 0.5f }, new long[] { 2, 2 }).WithAxes("row", "col")));
        Assert.Contains("row 1, col 1: 0.5", titles);
        var html = TensorView.Html(tensor(new float[] { -2, 0, 1, 0.5f }, new long[] { 2, 2 }));
        Assert.Contains("fill=\"#053061\"", html); // −2, the end of the scale
        Assert.Contains("fill=\"#f7f7f7\"", html); // 0, its middle
    }

    [Fact]
    public void ALargeTensorIsSampledAndSaysSo()
    {
        var x = zeros(3000, 3000);
        x[1500] = 1;
        var words = RenderedAs.Words(TensorView.Html(x));
        Assert.Contains("sampled: 262,144 of 9,000,000 elements were looked at", words);
        Assert.Contains("blocks, each the mean of elements sampled from it", words);
    }

    [Fact]
    public void ADisposedTensorSaysThatItIs()
    {
        var x = ones(3);
        x.Dispose();
        Assert.Contains("disposed", TensorView.Html(x));
        Assert.Contains("disposed", TensorView.Text(x));
    }
}
