using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

public sealed class BeforeAfterTests
{
    [Fact]
    public void TwoImagesHaveOneSizeAndASliderThatIsHiddenWhereStylesAreDropped()
    {
        var picture = zeros(8, 8).AsBeforeAfter(ones(32, 32), "low", "high", at: 30);
        var root = RenderedAs.Checked(picture.Html);
        var drawings = root.Descendants().Where(e => e.Name.LocalName == "svg").ToList();
        Assert.Equal(["low: image of 8 by 8 pixels", "high: image of 32 by 32 pixels"],
            drawings.Select(d => d.Attribute("aria-label")!.Value));
        Assert.Equal(["320", "320"], drawings.Select(d => d.Attribute("width")!.Value));
        var slider = Assert.Single(root.Descendants("input"));
        Assert.Equal(("range", "30"), (slider.Attribute("type")!.Value, slider.Attribute("value")!.Value));
        Assert.NotNull(slider.Attribute("hidden"));
        Assert.Contains("low on the left and high on the right", slider.Attribute("aria-label")!.Value);
        Assert.Equal("Before and after · low 8×8, high 32×32 pixels; 0 to 1 is black to white", picture.Text);
    }

    [Fact]
    public void ThePageIsAskedForNothingThatACleanerWouldTakeAway()
    {
        var style = RenderedAs.Checked(zeros(8, 8).AsBeforeAfter(ones(8, 8)).Html).Descendants("style").Single().Value;
        Assert.DoesNotContain("<", style);
        Assert.DoesNotContain("url(", style);
        Assert.Contains("@media not print", style);
        Assert.Equal(style.Count(c => c == '{'), style.Count(c => c == '}'));
    }

    [Fact]
    public void TwoSlidersOnAPageDoNotMoveEachOther()
    {
        string Class(Tensor after) => RenderedAs.Checked(zeros(8, 8).AsBeforeAfter(after).Html)
            .Descendants("div").First(d => d.Attribute("class") is not null).Attribute("class")!.Value;
        Assert.NotEqual(Class(ones(8, 8)), Class(full([8, 8], 0.5f)));
    }

    [Fact]
    public void BrightnessIsOneRuleForBoth() =>
        Assert.Contains("-1 to 1.5 is black to white", full([8, 8], -1f).AsBeforeAfter(full([8, 8], 1.5f)).Text);

    [Theory]
    [InlineData(8, 16, 50, "8×8 and 16×8 pixels have different proportions")]
    [InlineData(8, 8, 120, "at is 120; give per cent, 0 to 100")]
    public void WhatCannotLieOverEachOtherIsRefused(int width, int otherWidth, double at, string told) => Assert.Contains(told,
        Assert.Throws<ArgumentException>(() => zeros(8, width).AsBeforeAfter(zeros(8, otherWidth), at: at)).Message);

    [Fact]
    public void CropsHaveThePixelsOfTheirBoxesEnlargedToSquares()
    {
        var image = arange(64, dtype: float32).reshape(8, 8) / 63;
        var picture = image.AsCrops(tensor(new[,] { { 0, 0, 2, 2 }, { 5, 1, 8, 8 } }), ["corner", "side"]);
        var root = RenderedAs.Checked(picture.Html);
        Assert.Equal(3, root.Descendants().Count(e => e.Name.LocalName == "svg"));
        Assert.Contains("corner: 2×2 pixels at (0, 0), 84×", picture.Text);
        Assert.Contains("side: 3×7 pixels at (5, 1), 24×", picture.Text);
        var images = root.Descendants().Where(e => e.Name.LocalName == "image").ToList();
        Assert.All(images, i => Assert.Equal("image-rendering:pixelated", i.Attribute("style")!.Value));
        // The same pixels as those of the part alone.
        Assert.Equal(Uri(image[..2, ..2].AsImage(min: 0, max: 1).Html), images[1].Attribute("href")!.Value);
        Assert.Equal(Uri(image[1.., 5..].AsImage(min: 0, max: 1).Html), images[2].Attribute("href")!.Value);
    }

    [Fact]
    public void OneBoxIsCroppedFromSeveralImagesInTheColoursOfTheFirst()
    {
        var sharp = arange(64, dtype: float32).reshape(8, 8) / 63;
        var flat = full(8, 8, 0.5f);
        Tensor[] images = [sharp, flat];
        var picture = images.AsCrops(tensor(new[,] { { 0, 0, 2, 2 }, { 5, 1, 8, 8 } }), ["sharp", "flat"]);
        Assert.Equal(["a, sharp", "a, flat", "b, sharp", "b, flat"], picture.Text.Split('\n')[1..].Select(l => l.Split(':')[0]));
        var root = RenderedAs.Checked(picture.Html);
        var shown = root.Descendants().Where(e => e.Name.LocalName == "image").Select(e => e.Attribute("href")!.Value).ToList();
        Assert.Equal(Uri(flat[..2, ..2].AsImage(min: 0, max: 1).Html), shown[2]);
        Assert.Contains("flat has 4×8 pixels and sharp 8×8", Assert.Throws<ArgumentException>(
            () => new[] { sharp, flat[.., ..4] }.AsCrops(tensor(new[,] { { 0, 0, 2, 2 } }), ["sharp", "flat"])).Message);
        Assert.Contains("1 names for 2 images", Assert.Throws<ArgumentException>(() => images.AsCrops(zeros(1, 4), ["sharp"])).Message);
        Assert.Contains("7 boxes of 2 images; give 1 to 12 crops", Assert.Throws<ArgumentException>(
            () => images.AsCrops(tensor(new[] { 0, 0, 2, 2 }).expand(7, 4), ["sharp", "flat"])).Message);
    }

    [Fact]
    public void BoxesInPartsAndColoursWithChannelsLastAreCropped()
    {
        var image = rand(10, 20, 3);
        var picture = image.AsCrops(tensor(new[,] { { 0.5, 0.1, 0.8, 0.4 } }));
        Assert.Contains("a: 6×3 pixels at (10, 1), 28×", picture.Text);
        Assert.Equal(Uri(image[1..4, 10..16].AsImage(ImageLayout.ChannelsLast, min: 0, max: 1).Html), Uri(picture.Html, 1));
    }

    [Theory]
    [InlineData(9, 0, 12, 4, "has no pixel of the image of 8×8")]
    [InlineData(3, 3, 3, 6, "has no pixel")]
    public void BoxesWithoutPixelsAreRefused(int left, int top, int right, int bottom, string told) => Assert.Contains(told,
        Assert.Throws<ArgumentException>(() => zeros(8, 8).AsCrops(tensor(new[,] { { left, top, right, bottom } }))).Message);

    [Fact]
    public void ErrorsNameTheMethodThatWasCalled()
    {
        Assert.StartsWith("AsCrops: boxes are (n, 4)", Assert.Throws<ArgumentException>(() => zeros(8, 8).AsCrops(zeros(4))).Message);
        Assert.StartsWith("AsCrops: 2 labels for 1 boxes",
            Assert.Throws<ArgumentException>(() => zeros(8, 8).AsCrops(ones(1, 4) * 3 + arange(4), ["a", "b"])).Message);
        Assert.StartsWith("AsBeforeAfter: an image has 2 dimensions",
            Assert.Throws<ArgumentException>(() => zeros(8).AsBeforeAfter(zeros(8))).Message);
    }

    [Fact]
    public void LargeImagesStayWithinSixtyFourKibibytes()
    {
        manual_seed(1);
        var (a, b) = (rand(3, 600, 800), rand(3, 600, 800));
        RenderedAs.Checked(a.AsBeforeAfter(b).Html);
        RenderedAs.Checked(a.AsCrops(tensor(new[,] { { 0, 0, 300, 300 }, { 100, 100, 400, 500 }, { 5, 5, 60, 60 } })).Html);
    }

    private static string Uri(string html, int number = 0) =>
        RenderedAs.Checked(html).Descendants().Where(e => e.Name.LocalName == "image").ElementAt(number).Attribute("href")!.Value;
}
