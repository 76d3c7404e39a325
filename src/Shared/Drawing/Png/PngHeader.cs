using System.Buffers.Binary;

namespace Qiansi.Drawing.Png;

/// <summary>PNG's IHDR chunk.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="Color">0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha.</param>
/// <param name="IsInterlaced">Whether the rows come in Adam7's seven passes.</param>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int Color, bool IsInterlaced)
{
    /// <summary>More pixels are refused, as a small file can claim a huge picture.</summary>
    private const long MaximumPixels = 1 << 28;

    /// <summary>Samples a pixel in the file.</summary>
    public int Channels => Color switch
    {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
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
        if ((long)width * height > MaximumPixels)
            throw new InvalidDataException($"{width}×{height} pixels; at most {MaximumPixels} are read");
        var (depth, color) = (data[8], data[9]);
        var exists = (color, depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        if (!exists) throw new InvalidDataException($"colour type {color} with {depth} bits does not exist");
        if (data[10] != 0 || data[11] != 0 || data[12] > 1)
            throw new InvalidDataException($"compression {data[10]}, filter {data[11]}, interlace {data[12]} do not exist");
        return new PngHeader(width, height, depth, color, data[12] == 1);
    }
}
