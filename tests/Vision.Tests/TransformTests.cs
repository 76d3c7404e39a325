using static Qiansi.torch;
using static Qiansi.torchvision;

namespace Qiansi.Vision.Tests;

public sealed class TransformTests
{
    private static Tensor Picture => arange(16, dtype: float32).reshape(1, 4, 4);

    [Fact]
    public void QuarterTurnsAreExact()
    {
        var square = tensor(new[,] { { 1f, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } });
        Assert.True(transforms.functional.rotate(square, 90).allclose(tensor(new[,] { { 3f, 6, 9 }, { 2, 5, 8 }, { 1, 4, 7 } })));
        Assert.True(transforms.functional.affine(square, 90).allclose(tensor(new[,] { { 7f, 4, 1 }, { 8, 5, 2 }, { 9, 6, 3 } })));
        Assert.True(transforms.functional.rotate(square, 180).allclose(square.flip(0, 1), atol: 1e-5));
        Assert.True(transforms.functional.affine(square).allclose(square));
    }

    [Fact]
    public void AnyFunctionIsATransform() =>
        Assert.True(transforms.Lambda(x => x * 2).call(Picture).allclose(Picture * 2));

    [Fact]
    public void TurnsByAnAngleUpToTheOneGiven()
    {
        Assert.True(transforms.RandomRotation(0).call(Picture).allclose(Picture));
        var turned = Turn().call(Picture);
        Assert.Equal(Picture.shape, turned.shape);
        Assert.False(turned.allclose(Picture));
        Assert.True(turned.allclose(Turn().call(Picture)));

        static ITransform Turn() => transforms.RandomRotation(30, new Generator(5), InterpolationMode.Bilinear);
    }

    [Fact]
    public void ShiftsMoveRightAndDown()
    {
        var moved = transforms.functional.affine(Picture, translate: (1, 0));
        Assert.Equal([0f, 0, 1, 2], moved[0, 0].ToArray<float>());
        Assert.Equal([0f, 0, 0, 0], transforms.functional.affine(Picture, translate: (0, 1))[0, 0].ToArray<float>());
        var half = transforms.functional.affine(Picture, translate: (0.5, 0), interpolation: InterpolationMode.Bilinear);
        Assert.Equal([0f, 0.5f, 1.5f, 2.5f], half[0, 0].ToArray<float>());
    }

    [Fact]
    public void ScalesAndShears()
    {
        var twice = transforms.functional.affine(Picture, scale: 2, interpolation: InterpolationMode.Bilinear)[0];
        Assert.Equal(Picture.mean().ToDouble(), twice.mean().ToDouble(), 4);
        Assert.Equal(0.5, (twice[1, 2] - twice[1, 1]).ToDouble(), 4);
        var sheared = transforms.functional.affine(ones(1, 5, 5), shear: 45)[0];
        Assert.Equal(5, sheared[2].sum().ToDouble(), 4);      // the middle row stays
        Assert.Equal([0f, 0, 1, 1, 1], sheared[0].ToArray<float>());      // the top row moved by two to the right
        Assert.Throws<ArgumentException>(() => transforms.functional.affine(Picture, interpolation: InterpolationMode.Bicubic));
    }

    [Fact]
    public void TheSameSeedGivesTheSamePictures()
    {
        var batch = rand([6, 1, 12, 12], generator: new Generator(5));
        Tensor Run(long seed)
        {
            var generator = new Generator().manual_seed(seed);
            return transforms.EachImage(transforms.Compose(
                transforms.RandomCrop(12, 12, padding: 2, generator: generator), transforms.RandomHorizontalFlip(generator: generator),
                transforms.RandomAffine(15, (0.1, 0.1), (0.9, 1.1), 5, generator))).call(batch);
        }

        Assert.True(Run(1).allclose(Run(1)));
        Assert.False(Run(1).allclose(Run(2)));
        Assert.Equal(batch.shape, Run(1).shape);
    }

    [Fact]
    public void EachPictureHasItsOwnChance()
    {
        var alike = Picture.unsqueeze(0).expand(20, 1, 4, 4);
        var generator = new Generator(3);
        var flipped = transforms.EachImage(transforms.RandomHorizontalFlip(generator: generator)).call(alike);
        Assert.InRange(Enumerable.Range(0, 20).Count(i => flipped[i].allclose(Picture)), 4, 16);
        var together = transforms.RandomHorizontalFlip(generator: generator).call(alike);
        Assert.Contains(Enumerable.Range(0, 20).Count(i => together[i].allclose(Picture)), new[] { 0, 20 });
    }

    [Fact]
    public void CropsReachEveryPlace()
    {
        var generator = new Generator(4);
        var crop = transforms.RandomCrop(2, 2, generator: generator);
        var corners = Enumerable.Range(0, 400).Select(_ => crop.call(Picture)[0, 0, 0].ToSingle()).ToHashSet();
        Assert.Equal([0f, 1, 2, 4, 5, 6, 8, 9, 10], corners.Order());
        Assert.Equal([5f, 6, 9, 10], transforms.CenterCrop(2, 2).call(Picture).ToArray<float>());
        Assert.Equal([0f, 0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5], transforms.CenterCrop(6, 5).call(Picture).ToArray<float>()[..12]);
        Assert.Contains("pad it first", Assert.Throws<ArgumentException>(() => transforms.RandomCrop(5, 2).call(Picture)).Message);
    }

    [Fact]
    public void NormalizesEachChannel()
    {
        var pictures = rand([4, 3, 5, 5], generator: new Generator(6));
        var result = transforms.Normalize([0.5, 0.4, 0.3], [0.2, 0.1, 0.3]).call(pictures);
        Assert.True(result[2, 1].allclose((pictures[2, 1] - 0.4) / 0.1, atol: 1e-5));
        Assert.Contains(
            "3 channels", Assert.Throws<ArgumentException>(() => transforms.Normalize([0, 0, 0], [1, 1, 1]).call(Picture)).Message);
        Assert.Contains("is 0", Assert.Throws<ArgumentException>(() => transforms.Normalize([0], [0])).Message);
        Assert.Equal(36, transforms.Pad(1).call(Picture).numel());
    }

    [Fact]
    public void FlipsTurnAround()
    {
        Assert.Equal([3f, 2, 1, 0], transforms.RandomHorizontalFlip(1).call(Picture)[0, 0].ToArray<float>());
        Assert.Equal([12f, 13, 14, 15], transforms.RandomVerticalFlip(1).call(Picture)[0, 0].ToArray<float>());
        Assert.True(transforms.RandomVerticalFlip(0).call(Picture).allclose(Picture));
        Assert.Throws<ArgumentOutOfRangeException>(() => transforms.RandomHorizontalFlip(1.5).call(Picture));
        Assert.Throws<ArgumentException>(() => transforms.functional.affine(Picture, scale: 0));
        Assert.Throws<ArgumentException>(() => transforms.functional.rotate(Picture[0, 0], 10));
    }
}
