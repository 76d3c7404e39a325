using Qiansi.Drawing.Png;

namespace Qiansi.Drawing.Tests;

public sealed class IndexedPictureTests
{
    [Fact]
    public void ItsColoursAreReadBackWithTheClearOne()
    {
        var picture = new IndexedPicture(3, 2, [Rgb.Parse("#000000"), Rgb.Parse("#0072b2"), Rgb.Parse("#d55e00")], firstIsClear: true);
        picture[0, 1] = 1;
        picture[1, 2] = 2;

        var read = PngFile.Decode(picture.Encode());

        Assert.Equal((3, 2, 4), (read.Width, read.Height, read.Channels));
        Assert.Equal([0, 0x72, 0xb2, 255], read.Samples[4..8]);
        Assert.Equal([0xd5, 0x5e, 0, 255], read.Samples[20..24]);
        Assert.Equal(0, read[0, 0, 3]);
    }

    [Fact]
    public void ColoursAreCounted() =>
        Assert.Contains("not 257", Assert.Throws<ArgumentException>(() => new IndexedPicture(1, 1, new Rgb[257])).Message);
}
