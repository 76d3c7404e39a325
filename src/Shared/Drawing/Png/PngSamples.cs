using System.Buffers.Binary;

namespace Qiansi.Drawing.Png;

/// <summary>Turns the pixels of a file's rows into a picture's samples.</summary>
internal sealed class PngSamples
{
    private readonly PngHeader _header;
    private readonly byte[] _palette;
    private readonly byte[] _transparency;
    private readonly int _channels;
    private readonly byte[] _samples;
    private readonly ushort[] _wide;

    /// <summary>Room for a picture.</summary>
    /// <param name="header">The file's format.</param>
    /// <param name="palette">PLTE: red, green, blue of each entry.</param>
    /// <param name="transparency">tRNS: the alpha of palette entries, or the one colour that is transparent.</param>
    public PngSamples(PngHeader header, byte[] palette, byte[] transparency)
    {
        (_header, _palette, _transparency) = (header, palette, transparency);
        if (header.Color == 3 && (palette.Length is 0 or > 768 || palette.Length % 3 != 0))
            throw new InvalidDataException($"a palette of {palette.Length} bytes");
        if (header.Color is 0 or 2 && transparency.Length > 0 && transparency.Length != 2 * header.Channels)
            throw new InvalidDataException($"a transparent colour of {transparency.Length} bytes");
        _channels = (header.Color == 3 ? 3 : header.Channels) + (header.Color is not (4 or 6) && transparency.Length > 0 ? 1 : 0);
        var count = (long)header.Width * header.Height * _channels;
        if (count > Array.MaxLength / 2)
            throw new InvalidDataException($"{header.Width}×{header.Height} pixels of {_channels} channels are too many");
        _samples = header.Depth == 16 ? [] : new byte[count];
        _wide = header.Depth == 16 ? new ushort[count] : [];
    }

    /// <summary>The picture, when all pixels are stored.</summary>
    public Picture ToPicture() => _header.Depth == 16
        ? new Picture(_header.Width, _header.Height, _channels, _wide) : new Picture(_header.Width, _header.Height, _channels, _samples);

    /// <summary>Stores a pixel.</summary>
    /// <param name="row">The file's row, unfiltered.</param>
    /// <param name="column">The pixel in it.</param>
    /// <param name="pixel">Its place in the picture.</param>
    public void Store(ReadOnlySpan<byte> row, int column, int pixel)
    {
        var at = pixel * _channels;
        if (_header.Color == 3)
        {
            var index = Sample(row, column);
            if (3 * index + 3 > _palette.Length)
                throw new InvalidDataException($"a pixel of colour {index}, and the palette has {_palette.Length / 3}");
            _palette.AsSpan(3 * index, 3).CopyTo(_samples.AsSpan(at));
            if (_channels == 4) _samples[at + 3] = index < _transparency.Length ? _transparency[index] : (byte)255;
            return;
        }

        var isTransparent = _channels > _header.Channels;
        for (var channel = 0; channel < _header.Channels; channel++)
        {
            var sample = Sample(row, column * _header.Channels + channel);
            isTransparent &= _channels > _header.Channels
                && sample == BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(2 * channel));
            if (_header.Depth == 16) _wide[at + channel] = (ushort)sample;
            else _samples[at + channel] = (byte)(_header.Depth == 8 ? sample : sample * 255 / ((1 << _header.Depth) - 1));
        }

        if (_channels == _header.Channels) return;
        if (_header.Depth == 16) _wide[at + _channels - 1] = isTransparent ? (ushort)0 : ushort.MaxValue;
        else _samples[at + _channels - 1] = isTransparent ? (byte)0 : (byte)255;
    }

    /// <summary>A sample as stored.</summary>
    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (_header.Depth == 8) return row[index];
        if (_header.Depth == 16) return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]);
        var bit = index * _header.Depth;
        return (row[bit / 8] >> (8 - _header.Depth - bit % 8)) & ((1 << _header.Depth) - 1);
    }
}
