using System.Runtime.CompilerServices;
using Qiansi.Drawing.Png;

namespace Qiansi.Drawing.Tests.Png;

public sealed class PngReaderTests
{
    private static int Level(int x, int y, int channel, int depth) => (x * 37 + y * 101 + channel * 59 + x * y) & ((1 << depth) - 1);

    private static byte Scaled(int level, int depth) => (byte)(depth == 16 ? level >> 8 : level * 255 / ((1 << depth) - 1));

    private static byte[] Pixel(Picture image, int row, int column) =>
        image.Samples.AsSpan((row * image.Width + column) * image.Channels, image.Channels).ToArray();

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Every_format_filter_and_interlacing_is_read(int colorType, int depth)
    {
        foreach (var (width, height) in new[] { (1, 1), (2, 5), (3, 1), (13, 9), (33, 17) })
            foreach (var interlaced in new[] { false, true })
                for (var filter = 0; filter <= 5; filter++)
                {
                    var image = PngFile.Decode(
                        TestPng.File(width, height, depth, colorType, filter, interlaced, (x, y, c) => Level(x, y, c, depth)));
                    Assert.Equal((width, height), (image.Width, image.Height));
                    for (var y = 0; y < height; y++)
                        for (var x = 0; x < width; x++)
                        {
                            byte At(int c) => Scaled(Level(x, y, c, depth), depth);
                            byte[] expected = colorType switch
                            {
                                0 => [At(0)],
                                2 => [At(0), At(1), At(2)],
                                4 => [At(0), At(1)],
                                _ => [At(0), At(1), At(2), At(3)],
                            };
                            Assert.Equal(expected, Pixel(image, y, x));
                        }
                }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Palettes_with_transparency_are_read(int depth)
    {
        byte[] palette = [255, 0, 0, 0, 255, 0];
        var image = PngFile.Decode(TestPng.File(5, 3, depth, 3, 5, true, (x, y, _) => (x + y) % 2, ("PLTE", palette), ("tRNS", [128])));
        Assert.Equal([255, 0, 0, 128, 0, 255, 0, 255], image.Samples[..8]);
    }

    [Fact]
    public void A_colour_may_stand_for_transparent()
    {
        var gray = PngFile.Decode(TestPng.File(2, 1, 8, 0, 0, false, (x, _, _) => x == 0 ? 7 : 8, ("tRNS", [0, 7])));
        Assert.Equal([7, 0, 8, 255], gray.Samples);
        var rgb = PngFile.Decode(TestPng.File(2, 1, 8, 2, 0, false, (x, _, c) => x + c, ("tRNS", [0, 0, 0, 1, 0, 2])));
        Assert.Equal([0, 1, 2, 0, 1, 2, 3, 255], rgb.Samples);
    }

    [Theory]
    [InlineData("gray.png", 0)]
    [InlineData("palette-interlaced.png", 1)]
    [InlineData("rgba.png", 2)]
    [InlineData("rgb-interlaced.png", 3)]
    public void Files_of_another_program_are_read(string name, int picture)
    {
        var image = PngFile.Decode(File.ReadAllBytes(Path.Combine(Here(), "Samples", name)));
        Assert.Equal((19, 11), (image.Width, image.Height));
        for (var y = 0; y < 11; y++)
            for (var x = 0; x < 19; x++)
            {
                byte[] expected = picture switch
                {
                    0 => [(byte)(x * 13)],
                    1 => ((x + y) % 3) switch { 0 => (byte[])[255, 0, 0], 1 => [0, 128, 0], _ => [0, 0, 255] },
                    2 => [(byte)(x * 13), (byte)(y * 23), 40, (byte)(255 - x * 5)],
                    _ => [(byte)(x * 13), (byte)(y * 23), (byte)(x * y)],
                };
                Assert.Equal(expected, Pixel(image, y, x));
            }
    }

    [Fact]
    public void Broken_files_are_errors_that_say_why()
    {
        var whole = TestPng.File(4, 4, 8, 6, 5, false, (x, y, c) => x + y + c);
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => PngFile.Decode(whole.AsSpan(0, length)));
        var spoilt = (byte[])whole.Clone();
        spoilt[20] ^= 1;
        Assert.Equal("chunk IHDR has a wrong checksum", Assert.Throws<InvalidDataException>(() => PngFile.Decode(spoilt)).Message);
        Assert.Equal("row filter 7 does not exist",
            Assert.Throws<InvalidDataException>(() => PngFile.Decode(TestPng.File(1, 1, 8, 0, 7, false, (_, _, _) => 0))).Message);
        Assert.Equal("colour type 2 with 4 bits does not exist",
            Assert.Throws<InvalidDataException>(() => PngFile.Decode(TestPng.File(1, 1, 4, 2, 0, false, (_, _, _) => 0))).Message);
        Assert.Equal("a pixel of colour 9, and the palette has 1",
            Assert.Throws<InvalidDataException>(() =>
                PngFile.Decode(TestPng.File(1, 1, 8, 3, 0, false, (_, _, _) => 9, ("PLTE", [1, 2, 3])))).Message);
        byte[] signature = [.. whole.AsSpan(0, 8)], huge = [0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0];
        Assert.Contains("65536×65536 pixels; at most",
            Assert.Throws<InvalidDataException>(() =>
                PngFile.Decode([.. signature, .. TestPng.Chunk("IHDR", huge), .. TestPng.Chunk("IEND", [])])).Message);
    }
}
