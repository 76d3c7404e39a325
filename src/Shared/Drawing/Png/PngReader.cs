using System.IO.Compression;

namespace Qiansi.Drawing.Png;

/// <summary>Reads PNG.</summary>
internal static class PngReader
{
    /// <summary>First column, first row, column step and row step of Adam7's passes.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">It is no whole PNG.</exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(PngChunk.Signature)) throw new InvalidDataException("no PNG signature");
        PngHeader? header = null;
        byte[] palette = [], transparency = [];
        using var packed = new MemoryStream();
        var rest = file[8..];
        for (var type = ""; type != "IEND";)
        {
            var data = PngChunk.Read(ref rest, out type);
            if (header is null && type != "IHDR") throw new InvalidDataException($"the first chunk is {type}, not IHDR");
            switch (type)
            {
                case "IHDR": header = header is null ? PngHeader.Read(data) : throw new InvalidDataException("a second IHDR chunk"); break;
                case "PLTE": palette = data.ToArray(); break;
                case "tRNS": transparency = data.ToArray(); break;
                case "IDAT": packed.Write(data); break;
            }
        }

        packed.Position = 0;
        return Unpack(packed, header!.Value, palette, transparency);
    }

    private static Picture Unpack(Stream packed, PngHeader header, byte[] palette, byte[] transparency)
    {
        var samples = new PngSamples(header, palette, transparency);
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        foreach (var (x, y, stepX, stepY) in header.IsInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            var columns = (header.Width - x + stepX - 1) / stepX;
            if (columns <= 0) continue;
            var length = (columns * header.BitsPerPixel + 7) / 8;
            byte[] line = new byte[length + 1], above = new byte[length + 1];
            for (var row = y; row < header.Height; row += stepY)
            {
                if (rows.ReadAtLeast(line, line.Length, throwOnEndOfStream: false) < line.Length)
                    throw new InvalidDataException($"the pixels end at row {row} of {header.Height}");
                PngFilter.Undo(line[0], line.AsSpan(1), above.AsSpan(1), Math.Max(1, header.BitsPerPixel / 8));
                for (var column = 0; column < columns; column++)
                    samples.Store(line.AsSpan(1), column, row * header.Width + x + column * stepX);
                (line, above) = (above, line);
            }
        }

        return samples.ToPicture();
    }
}
