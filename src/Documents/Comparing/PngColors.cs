using System.Buffers.Binary;

namespace Qiansi.Documents.Comparing;

/// <summary>Turns PNG's samples into colours.</summary>
/// <param name="header">The picture's format.</param>
/// <param name="palette">PLTE: red, green, blue of each entry.</param>
/// <param name="transparency">tRNS: the alpha of palette entries, or the one colour that is transparent.</param>
internal sealed class PngColors(PngHeader header, byte[] palette, byte[] transparency)
{
    private readonly ushort[] _transparentColor = header.ColorType is 0 or 2 && transparency.Length == 2 * header.Channels
        ? [.. Enumerable.Range(0, header.Channels).Select(c => BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(2 * c)))]
        : [];

    /// <summary>Writes the colour of a pixel.</summary>
    /// <param name="row">The row, unfiltered.</param>
    /// <param name="column">The pixel in the row.</param>
    /// <param name="rgba">Four bytes.</param>
    public void Read(ReadOnlySpan<byte> row, int column, Span<byte> rgba)
    {
        switch (header.ColorType)
        {
            case 3:
                ReadPalette(Sample(row, column), rgba);
                return;
            case 0 or 4:
                rgba[..3].Fill(Level(row, column * header.Channels));
                break;
            default:
                for (var channel = 0; channel < 3; channel++) rgba[channel] = Level(row, column * header.Channels + channel);
                break;
        }

        rgba[3] = header.ColorType is 4 or 6 ? Level(row, (column + 1) * header.Channels - 1) : IsTransparent(row, column) ? (byte)0 : (byte)255;
    }

    private void ReadPalette(int index, Span<byte> rgba)
    {
        if (3 * index + 3 > palette.Length) throw new InvalidDataException($"pixel of colour {index}, but the palette has {palette.Length / 3}");
        palette.AsSpan(3 * index, 3).CopyTo(rgba);
        rgba[3] = index < transparency.Length ? transparency[index] : (byte)255;
    }

    private bool IsTransparent(ReadOnlySpan<byte> row, int column)
    {
        for (var channel = 0; channel < _transparentColor.Length; channel++)
            if (Sample(row, column * header.Channels + channel) != _transparentColor[channel]) return false;
        return _transparentColor.Length > 0;
    }

    /// <summary>A sample from 0 to 255.</summary>
    private byte Level(ReadOnlySpan<byte> row, int index) => header.Depth switch
    {
        8 => row[index],
        16 => row[2 * index],
        var depth => (byte)(Sample(row, index) * 255 / ((1 << depth) - 1)),
    };

    /// <summary>A sample as stored.</summary>
    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (header.Depth == 8) return row[index];
        if (header.Depth == 16) return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]);
        var bit = index * header.Depth;
        return (row[bit / 8] >> (8 - header.Depth - bit % 8)) & ((1 << header.Depth) - 1);
    }
}
