namespace Qiansi.Tensors.Tests.Showing;

public sealed class ArrayTests
{
    [Fact]
    public void ArraysAreShownAsTensorsAre()
    {
        Assert.Contains("dim 0 1, dim 1 2: 6", RenderedAs.Titles(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } }.AsHeatmap().Html));
        Assert.Contains("[2, 2] float32", new[] { new[] { 1f, 2f }, [3f, 4f] }.AsHeatmap().Text);
        Assert.Contains("[3] int64 · min 1 · max 3", new List<int> { 1, 2, 3 }.AsHistogram().Text);
        Assert.Contains("[4] float64", new[] { 0.5, 1, 2, 3 }.AsHistogram().Text);
        Assert.Contains("2×1, gray, HW uint8; 0 to 255", new byte[,] { { 0, 255 } }.AsImage().Text);
        Assert.Contains("1×2, RGB, HWC", new float[2, 1, 3].AsImage().Text);
        Assert.Contains("accuracy 75 %", new[,] { { 2, 1 }, { 0, 1 } }.AsConfusionMatrix().Text);
        Assert.Contains("row 0 has 2 elements, row 1 has 1",
            Assert.Throws<ArgumentException>(() => new[] { new[] { 1f, 2f }, [3f] }.AsHeatmap()).Message);
        Assert.Contains("is empty", Assert.Throws<ArgumentException>(() => new double[0, 3].AsHeatmap()).Message);
    }
}
