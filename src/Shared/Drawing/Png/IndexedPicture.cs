using System.Buffers.Binary;
using System.IO.Compression;

namespace Qiansi.Drawing.Png;

/// <summary>A picture of at most 256 colours, one byte a pixel: what a heatmap needs, at a third of the size of RGB.</summary>
public sealed class IndexedPicture
{
    private readonly byte[] _indices;
    private readonly Rgb[] _colors;
    private readonly bool _firstIsClear;

    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colors">The colours, at most 256.</param>
    /// <param name="firstIsClear">Whether pixels of colour 0 let the page shine through.</param>
    /// <exception cref="ArgumentException">There are no pixels, or the colours are none or more than 256.</exception>
    public IndexedPicture(int width, int height, Rgb[] colors, bool firstIsClear = false)
    {
        if (width < 1 || height < 1) throw new ArgumentException($"a picture has at least 1×1 pixels, not {width}×{height}");
        if (colors.Length is 0 or > 256)
            throw new ArgumentException($"a picture of indexed colours has 1 to 256 of them, not {colors.Length}");
        (Width, Height, _colors, _firstIsClear) = (width, height, colors, firstIsClear);
        _indices = new byte[width * height];
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The colour of a pixel, by its number.</summary>
    public ref byte this[int row, int column] => ref _indices[(row * Width) + column];

    /// <summary>The bytes of a PNG file.</summary>
    public byte[] Encode()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 3);
        var palette = new byte[_colors.Length * 3];
        for (var i = 0; i < _colors.Length; i++)
            (palette[3 * i], palette[(3 * i) + 1], palette[(3 * i) + 2]) = (_colors[i].R, _colors[i].G, _colors[i].B);
        using var file = new MemoryStream();
        file.Write(PngChunk.Signature);
        PngChunk.Write(file, "IHDR", header);
        PngChunk.Write(file, "PLTE", palette);
        if (_firstIsClear) PngChunk.Write(file, "tRNS", [0]);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            // Filters predict brightness; the numbers of colours are best left as they are (section 12.8 of the standard).
            for (var row = 0; row < Height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(_indices, row * Width, Width);
            }
        }

        PngChunk.Write(file, "IDAT", packed.GetBuffer().AsSpan(0, (int)packed.Length));
        PngChunk.Write(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The picture as a <c>data:</c> URI, to stand in a page.</summary>
    public string DataUri() => "data:image/png;base64," + Convert.ToBase64String(Encode());
}
