using System.Buffers.Binary;

namespace Qiansi.Documents.Comparing;

/// <summary>PNG's IHDR chunk.</summary>
/// <param name="Width">Pixels a row, more than 0.</param>
/// <param name="Height">Rows, more than 0.</param>
/// <param name="Depth">Bits a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="ColorType">0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha.</param>
/// <param name="IsInterlaced">Whether the rows come in Adam7's seven passes.</param>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int ColorType, bool IsInterlaced)
{
    /// <summary>Samples a pixel.</summary>
    public int Channels => ColorType switch
    {
        0 or 3 => 1,
        4 => 2,
        2 => 3,
        _ => 4,
    };

    /// <summary>Bits a pixel.</summary>
    public int BitsPerPixel => Channels * Depth;

    /// <summary>Reads and checks the chunk.</summary>
    /// <exception cref="InvalidDataException">It says what PNG does not have.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13) throw new InvalidDataException($"IHDR has {data.Length} bytes, not 13");
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
        if (width <= 0 || height <= 0) throw new InvalidDataException($"the size is {width}×{height}");
        var (depth, colorType) = (data[8], data[9]);
        var known = colorType switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!known) throw new InvalidDataException($"colour type {colorType} with {depth} bits does not exist");
        if (data[10] != 0 || data[11] != 0 || data[12] > 1) throw new InvalidDataException($"compression {data[10]}, filter {data[11]}, interlace {data[12]} do not exist");
        return new PngHeader(width, height, depth, colorType, data[12] == 1);
    }
}
