using Qiansi.Drawing.Png;
using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

public sealed class PictureTests
{
    private static Picture Decoded(TensorPicture picture)
    {
        var uri = RenderedAs.Checked(picture.Html).Descendants().First(e => e.Name.LocalName == "image").Attribute("href")!.Value;
        return PngFile.Decode(Convert.FromBase64String(uri["data:image/png;base64,".Length..]));
    }

    [Fact]
    public void AnImageHasTheColoursOfItsElementsInEitherLayout()
    {
        var red = zeros([3, 2, 5]);
        red[0] = 1;
        foreach (var (image, layout) in new[] { (red, "CHW"), (red.permute(1, 2, 0), "HWC"), (red.mul(255).to(uint8), "CHW") })
        {
            var picture = image.AsImage();
            var decoded = Decoded(picture);
            Assert.Equal((5, 2, 3), (decoded.Width, decoded.Height, decoded.Channels));
            Assert.Equal([255, 0, 0], decoded.Samples[..3]);
            Assert.Contains($"5×2, RGB, {layout}", picture.Text);
        }
    }

    [Fact]
    public void TheRuleForBrightnessIsTold()
    {
        Assert.Contains("0 to 1 is black to white", tensor(new[] { 0f, 1f }, new long[] { 1, 2 }).AsImage().Text);
        var stretched = tensor(new[] { -2f, 0f, 2f }, new long[] { 1, 3 }).AsImage();
        Assert.Contains("-2 to 2 is black to white (the range of the elements)", stretched.Text);
        Assert.Equal([0, 128, 255], Decoded(stretched).Samples);
        var normal = zeros([3, 1, 1]).AsImage(mean: [0.2, 0.4, 0.6], std: [0.1, 0.1, 0.1]);
        Assert.Equal([51, 102, 153], Decoded(normal).Samples);
    }

    [Fact]
    public void OtherShapesAreToldWhereToGo()
    {
        Assert.Contains("Use AsFeatureMaps", Assert.Throws<ArgumentException>(() => rand([5, 6, 7]).AsImage()).Message);
        Assert.Contains("Use AsHeatmap", Assert.Throws<ArgumentException>(() => rand(5).AsImage()).Message);
        Assert.Contains("2 captions for 3 images", Assert.Throws<ArgumentException>(() => rand([3, 4, 4]).AsImageGrid(["a", "b"])).Message);
    }

    [Fact]
    public void EveryViewKeepsToTheLimitsHoweverLarge()
    {
        manual_seed(1);
        TensorPicture[] pictures =
        [
            rand([3, 1000, 1500]).AsImage(), rand([200, 3, 64, 64]).AsImageGrid(),
            rand([100, 100, 300]).AsImageGrid(Enumerable.Range(0, 100).Select(i => $"caption {i} <&>")),
            rand([2, 256, 56, 56]).AsFeatureMaps(), randn([512, 256, 3, 3]).AsKernels(), randn([64, 3, 11, 11]).AsKernels(asColors: true),
            randn(2000, 3000).AsHeatmap(),
            randn([6, 7, 50, 60]).AsHeatmap(), randn(1_000_000).AsHistogram(),
            .. new[] { 2, 14, 15, 16, 20,
                100 }.Select(n => randint(n, new long[] { 50000 })
                    .AsConfusionMatrix(randint(n, new long[] { 50000 }), Enumerable.Range(0, n).Select(i => $"rather long name {i}"))),
        ];
        foreach (var picture in pictures)
        {
            RenderedAs.Checked(picture.Html);
            Assert.NotEmpty(picture.Text);
        }
    }

    [Fact]
    public void AConfusionMatrixCountsWhatWasTakenForWhat()
    {
        var scores = tensor(new float[] { 9, 1, 0, 8, 1, 0, 1, 9, 0, 0, 1, 9 }, new long[] { 4, 3 });
        var picture = scores.AsConfusionMatrix(tensor(new long[] { 0, 1, 1, 2 }), ["cat", "dog", "owl"]);
        Assert.Contains("accuracy 75 % of 4 examples", picture.Text);
        Assert.Contains("true dog, predicted cat: 1 (50 %)", RenderedAs.Titles(picture.Html));
        Assert.Contains("cat    1    0    0", picture.Text);
        Assert.Contains("example 0 has class 0, prediction -1",
            Assert.Throws<ArgumentException>(() => tensor(new long[] { -1 }).AsConfusionMatrix(tensor(new long[] { 0 }))).Message);
    }

    [Fact]
    public void DeadFeatureMapsAreNamed()
    {
        var maps = rand([4, 6, 6]);
        maps[2] = 0;
        Assert.Contains("1 dead", maps.AsFeatureMaps().Text);
    }
}
