using System.Text.Json;
using Qiansi.Drawing.Png;

namespace Qiansi.Data.Tests;

/// <summary>PNG files of every kind are read as they were made (Golden/pictures.py), written ones are read back,
/// damaged ones refused.</summary>
public sealed class PngTests
{
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllBytes(GoldenFile.Path("pictures.json"))).RootElement;

    public static TheoryData<string> Files => [.. Golden.EnumerateObject().Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_pixel_is_the_one_that_was_written(string file)
    {
        var expected = Golden.GetProperty(file);
        var picture = PngFile.Read(GoldenFile.Path(file));
        Assert.Equal((expected.GetProperty("width").GetInt32(), expected.GetProperty("height").GetInt32(),
            expected.GetProperty("channels").GetInt32()), (picture.Width, picture.Height, picture.Channels));
        var samples = expected.GetProperty("samples").EnumerateArray().Select(s => s.GetInt32()).ToArray();
        if (expected.GetProperty("depth").GetInt32() == 16) Assert.Equal(samples, picture.WideSamples!.Select(s => (int)s));
        else Assert.Null(picture.WideSamples);
        Assert.Equal(samples.Select(s => picture.WideSamples is null ? s : s >> 8), picture.Samples.Select(s => (int)s));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_written_is_read_back(string file)
    {
        var picture = PngFile.Read(GoldenFile.Path(file));
        var again = PngFile.Decode(PngFile.Encode(picture));
        Assert.Equal((picture.Width, picture.Height, picture.Channels), (again.Width, again.Height, again.Channels));
        Assert.Equal(picture.Samples, again.Samples);
        Assert.Equal(picture.WideSamples, again.WideSamples);
    }

    [Fact]
    public void Smooth_pictures_are_packed_by_their_filters()
    {
        var size = 128;
        var samples = new byte[size * size];
        for (var i = 0; i < samples.Length; i++) samples[i] = (byte)((i % size + i / size) / 2);
        Assert.True(PngFile.Encode(new Picture(size, size, 1, samples)).Length < 700);
    }

    [Fact]
    public void Any_damage_ends_in_an_error_or_a_picture()
    {
        var random = new Random(7);
        int refused = 0, rounds = 0;
        foreach (var file in (string[])["gray4-interlaced.png", "palette4-interlaced-alpha.png", "rgb16.png"])
        {
            var original = File.ReadAllBytes(GoldenFile.Path(file));
            for (var round = 0; round < 300; round++, rounds++)
            {
                var bytes = (byte[])original.Clone();
                if (round % 3 == 0) bytes = bytes[..random.Next(bytes.Length)];
                else bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                try
                {
                    PngFile.Decode(bytes);
                }
                catch (InvalidDataException)
                {
                    refused++;
                }
            }
        }

        Assert.InRange(refused, rounds * 9 / 10, rounds);
    }

    [Theory]
    [InlineData(12, 0, "wrong checksum")]
    [InlineData(0, 0, "no PNG signature")]
    [InlineData(8, 255, "reaches beyond the file's end")]
    public void Errors_name_the_file_and_what_is_wrong(int at, byte value, string words)
    {
        var bytes = File.ReadAllBytes(GoldenFile.Path("rgb8.png"));
        bytes[at] = value;
        var path = Path.Combine(Path.GetTempPath(), $"damaged-{Guid.NewGuid():N}.png");
        File.WriteAllBytes(path, bytes);
        try
        {
            var error = Assert.Throws<InvalidDataException>(() => PngFile.Read(path));
            Assert.StartsWith(path, error.Message);
            Assert.Contains(words, error.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Pictures_check_their_sizes()
    {
        Assert.Contains("need 12 samples, not 11", Assert.Throws<ArgumentException>(() => new Picture(2, 2, 3, new byte[11])).Message);
        Assert.Contains("1 to 4 channels, not 5", Assert.Throws<ArgumentException>(() => new Picture(2, 2, 5)).Message);
        Assert.Contains("not 0×2", Assert.Throws<ArgumentException>(() => new Picture(0, 2, 1)).Message);
    }
}
