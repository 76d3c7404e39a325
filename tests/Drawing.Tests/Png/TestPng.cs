using System.Buffers.Binary;
using System.IO.Compression;
using Qiansi.Drawing.Png;

namespace Qiansi.Drawing.Tests.Png;

/// <summary>Writes PNGs of every kind that the decoder reads.</summary>
internal static class TestPng
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>A file from its samples.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="depth">Bits a sample.</param>
    /// <param name="colorType">As in IHDR.</param>
    /// <param name="filter">0 to 4, or 5 for another in each row.</param>
    /// <param name="interlaced">Whether in Adam7's passes.</param>
    /// <param name="sample">The sample of a column, row and channel.</param>
    /// <param name="chunks">Chunks between IHDR and IDAT.</param>
    public static byte[] File(int width, int height, int depth, int colorType, int filter, bool interlaced, Func<int, int, int, int> sample,
        params (string Type, byte[] Data)[] chunks)
    {
        var channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using var raw = new MemoryStream();
        foreach (var (x0, y0, stepX, stepY) in interlaced ? Passes : [(0, 0, 1, 1)])
        {
            var columns = (width - x0 + stepX - 1) / stepX;
            if (columns <= 0) continue;
            var above = new byte[(columns * channels * depth + 7) / 8];
            for (var y = y0; y < height; y += stepY)
            {
                var row = new byte[above.Length];
                for (var i = 0; i < columns * channels; i++) Put(row, i, depth, sample(x0 + i / channels * stepX, y, i % channels));
                var kind = filter == 5 ? y % 5 : filter;
                raw.WriteByte((byte)kind);
                raw.Write(Filter(row, above, kind, Math.Max(1, channels * depth / 8)));
                above = row;
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(raw.ToArray());
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colorType, (byte)(interlaced ? 1 : 0));
        var data = packed.ToArray();
        var half = data.Length / 2; // image data may come in several chunks
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. chunks.SelectMany(c => Chunk(c.Type, c.Data)),
            .. Chunk("IDAT", data[..half]), .. Chunk("tEXt", [65, 0, 66]), .. Chunk("IDAT", data[half..]), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        using var chunk = new MemoryStream();
        PngChunk.Write(chunk, type, data);
        return chunk.ToArray();
    }

    private static void Put(byte[] row, int index, int depth, int value)
    {
        if (depth == 16) BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(2 * index), (ushort)value);
        else row[index * depth / 8] |= (byte)(value << (8 - depth - index * depth % 8));
    }

    private static byte[] Filter(byte[] row, byte[] above, int kind, int step)
    {
        var filtered = new byte[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            int a = i < step ? 0 : row[i - step], b = above[i], c = i < step ? 0 : above[i - step], p = a + b - c;
            var nearest = new[] { a, b, c }.MinBy(n => Math.Abs(p - n));
            filtered[i] = (byte)(row[i] - kind switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, _ => nearest });
        }

        return filtered;
    }
}
