using System.IO.Compression;
using Qiansi.Data.Digits;
using Qiansi.Data.Idx;

namespace Qiansi.Data.Tests;

/// <summary>IDX files, and MNIST's pairs of them.</summary>
public sealed class IdxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("idx");

    [Theory]
    [InlineData(0x08, new byte[] { 7, 255 }, 7, 255)]
    [InlineData(0x09, new byte[] { 7, 255 }, 7, -1)]
    [InlineData(0x0B, new byte[] { 1, 2, 255, 254 }, 258, -2)]
    [InlineData(0x0C, new byte[] { 0, 0, 1, 0, 255, 255, 255, 255 }, 256, -1)]
    [InlineData(0x0D, new byte[] { 0x3F, 0xC0, 0, 0, 0xC0, 0, 0, 0 }, 1.5, -2)]
    [InlineData(0x0E, new byte[] { 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0 }, 1.5, -2)]
    public void Every_type_is_read_plain_and_packed(byte type, byte[] elements, double first, double second)
    {
        byte[] bytes = [0, 0, type, 2, 0, 0, 0, 1, 0, 0, 0, 2, .. elements];
        foreach (var path in new[] { Write("a", bytes), Write("a.gz", Packed(bytes)) })
        {
            var array = IdxArray.Read(path);
            Assert.Equal([1, 2], array.Shape);
            Assert.Equal(2, array.Count);
            Assert.Equal((first, second), (array[0], array[1]));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 8 }, "begins with 4 bytes")]
    [InlineData(new byte[] { 0, 0, 7, 1, 0, 0, 0, 0 }, "begins with 00000701")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 1 }, "ends within its 2 sizes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2 }, "take 3 bytes, and 2 follow")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "take 1 bytes, and 2 follow")]
    [InlineData(new byte[] { 0, 0, 14, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 }, "more than one array holds")]
    public void What_is_no_array_is_refused(byte[] bytes, string words) => Refused(Write("a", bytes), words);

    [Fact]
    public void Packed_files_are_believed_only_as_far_as_they_deliver()
    {
        byte[] bytes = [0, 0, 8, 1, 0x70, 0, 0, 0, 1, 2, 3];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(Write("a.gz", Packed(bytes)), "ends after 3 of 1879048192 bytes");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
        Refused(Write("b.gz", Packed([0, 0, 8, 1, 0, 0, 0, 1, 1, 2])), "more data follows");
        Refused(Write("c.gz", [.. Packed(bytes)[..15], 1, 2, 3]), "c.gz");
    }

    [Fact]
    public void Pictures_and_classes_have_to_belong_together()
    {
        var images = Write("images", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4]);
        var digits = Mnist.Read(images, Write("labels", [0, 0, 8, 1, 0, 0, 0, 2, 9, 5]));
        Assert.Equal((2, 1, 2), (digits.Count, digits.Height, digits.Width));
        Assert.Equal([9, 5], digits.Labels);
        Assert.Equal([3, 4], digits[1].ToArray());
        Assert.Contains("has 2 pictures",
            Assert.Throws<InvalidDataException>(() => Mnist.Read(images, Write("few", [0, 0, 8, 1, 0, 0, 0, 1, 9]))).Message);
        Assert.Contains("bytes of three dimensions, not UInt8 of 1",
            Assert.Throws<InvalidDataException>(() => Mnist.Read(Write("flat", [0, 0, 8, 1, 0, 0, 0, 1, 9]), images)).Message);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal)) gzip.Write(bytes);
        return stream.ToArray();
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static void Refused(string path, string words)
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxArray.Read(path));
        Assert.StartsWith(path, error.Message);
        Assert.Contains(words, error.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
