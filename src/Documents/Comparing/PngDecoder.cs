using System.Buffers.Binary;
using System.IO.Compression;

namespace Qiansi.Documents.Comparing;

/// <summary>Reads PNG (ISO/IEC 15948): every colour type and bit depth, interlaced or not, with palette and transparency; of 16-bit samples the high byte.</summary>
internal static class PngDecoder
{
    /// <summary>Pictures with more pixels are refused, as a small file can claim a huge one.</summary>
    private const long MaximumPixels = 100_000_000;

    /// <summary>First column, first row, column step and row step of Adam7's passes.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Decodes a file.</summary>
    /// <exception cref="InvalidDataException">It is not a whole PNG.</exception>
    public static PngImage Decode(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])) throw new InvalidDataException("no PNG signature");
        var header = default(PngHeader);
        byte[] palette = [], transparency = [];
        using var compressed = new MemoryStream();
        for (var rest = file[8..]; ;)
        {
            var data = ReadChunk(ref rest, out var type);
            switch (type)
            {
                case "IHDR": header = PngHeader.Read(data); break;
                case "PLTE": palette = data.ToArray(); break;
                case "tRNS": transparency = data.ToArray(); break;
                case "IDAT": compressed.Write(data); break;
            }

            if (type == "IEND") break;
        }

        if (header.Width == 0) throw new InvalidDataException("no IHDR chunk");
        if ((long)header.Width * header.Height > MaximumPixels) throw new InvalidDataException($"{header.Width}×{header.Height} pixels are more than the {MaximumPixels} that are read");
        compressed.Position = 0;
        using var rows = new ZLibStream(compressed, CompressionMode.Decompress);
        var image = new PngImage(header.Width, header.Height, new byte[4 * header.Width * header.Height]);
        var colors = new PngColors(header, palette, transparency);
        foreach (var (x, y, stepX, stepY) in header.IsInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            var columns = (header.Width - x + stepX - 1) / stepX;
            if (columns > 0) ReadPass(rows, header, colors, image, (x, y, stepX, stepY), columns);
        }

        return image;
    }

    private static ReadOnlySpan<byte> ReadChunk(scoped ref ReadOnlySpan<byte> rest, out string type)
    {
        if (rest.Length < 12) throw new InvalidDataException("the file ends before its IEND chunk");
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12) throw new InvalidDataException($"a chunk of {length} bytes reaches beyond the file's end");
        type = System.Text.Encoding.ASCII.GetString(rest.Slice(4, 4));
        var data = rest.Slice(8, (int)length);
        if (Crc32(rest.Slice(4, (int)length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..])) throw new InvalidDataException($"chunk {type} has a wrong checksum");
        rest = rest[((int)length + 12)..];
        return data;
    }

    private static void ReadPass(ZLibStream rows, PngHeader header, PngColors colors, PngImage image, (int X, int Y, int StepX, int StepY) pass, int columns)
    {
        var length = (columns * header.BitsPerPixel + 7) / 8;
        byte[] line = new byte[length + 1], above = new byte[length + 1];
        for (var y = pass.Y; y < header.Height; y += pass.StepY)
        {
            if (rows.ReadAtLeast(line, line.Length, throwOnEndOfStream: false) < line.Length) throw new InvalidDataException("the pixels end too early");
            Unfilter(line, above.AsSpan(1), Math.Max(1, header.BitsPerPixel / 8));
            for (var column = 0; column < columns; column++)
                colors.Read(line.AsSpan(1), column, image.Rgba.AsSpan(4 * (y * header.Width + pass.X + column * pass.StepX), 4));
            (line, above) = (above, line);
        }
    }

    /// <summary>Takes a row's filter back (section 9 of the standard).</summary>
    /// <param name="line">The filter's number, then the row.</param>
    /// <param name="above">The row above, zeros for the first.</param>
    /// <param name="step">Bytes between a byte and the one of the pixel to its left.</param>
    private static void Unfilter(Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        var row = line[1..];
        if (line[0] > 4) throw new InvalidDataException($"row filter {line[0]} does not exist");
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above[i], upLeft = i >= step ? above[i - step] : 0;
            row[i] += (byte)(line[0] switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upLeft),
                _ => 0,
            });
        }
    }

    /// <summary>The neighbour nearest to left + up − upper left.</summary>
    private static int Paeth(int left, int up, int upLeft)
    {
        var estimate = left + up - upLeft;
        int toLeft = Math.Abs(estimate - left), toUp = Math.Abs(estimate - up), toUpLeft = Math.Abs(estimate - upLeft);
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }

    /// <summary>The checksum of chunks (annex D of the standard), bit by bit: pictures in notebooks are small.</summary>
    internal static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
