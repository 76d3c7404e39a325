using System.Buffers.Binary;
using System.IO.Compression;

namespace Qiansi.Drawing.Png;

/// <summary>Writes PNG: each row with the filter whose differences are smallest, as the standard advises (section 12.8).</summary>
internal static class PngWriter
{
    private static readonly byte[] Colors = [0, 4, 2, 6];

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write(Picture picture)
    {
        var sampleBytes = picture.WideSamples is null ? 1 : 2;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = ((byte)(8 * sampleBytes), Colors[picture.Channels - 1]);
        using var file = new MemoryStream();
        file.Write(PngChunk.Signature);
        PngChunk.Write(file, "IHDR", header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) WriteRows(zlib, picture, sampleBytes);
        PngChunk.Write(file, "IDAT", packed.GetBuffer().AsSpan(0, (int)packed.Length));
        PngChunk.Write(file, "IEND", []);
        return file.ToArray();
    }

    private static void WriteRows(Stream stream, Picture picture, int sampleBytes)
    {
        var samples = picture.Width * picture.Channels;
        var length = samples * sampleBytes;
        byte[] row = new byte[length], above = new byte[length], tried = new byte[length + 1], best = new byte[length + 1];
        for (var y = 0; y < picture.Height; y++)
        {
            if (picture.WideSamples is { } wide)
                for (var i = 0; i < samples; i++) BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(2 * i), wide[y * samples + i]);
            else
                picture.Samples.AsSpan(y * samples, samples).CopyTo(row);
            var smallest = long.MaxValue;
            for (var filter = 0; filter < PngFilter.Count; filter++)
            {
                tried[0] = (byte)filter;
                PngFilter.Apply(filter, row, above, picture.Channels * sampleBytes, tried.AsSpan(1));
                long sum = 0;
                foreach (var difference in tried.AsSpan(1)) sum += Math.Abs((int)(sbyte)difference);
                if (sum >= smallest) continue;
                smallest = sum;
                (tried, best) = (best, tried);
            }

            stream.Write(best);
            (row, above) = (above, row);
        }
    }
}
