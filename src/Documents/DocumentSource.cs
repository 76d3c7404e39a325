using System.Text;
using System.Text.Unicode;

namespace Qiansi.Documents;

/// <summary>The bytes of a document with its name, for saying where in it something is wrong.</summary>
internal sealed class DocumentSource
{
    private DocumentSource(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
    }

    /// <summary>The file as the caller named it.</summary>
    public string Name { get; }

    /// <summary>The whole file, valid UTF-8.</summary>
    public byte[] Bytes { get; }

    /// <summary>Where the text starts: 3 after a byte-order mark, else 0.</summary>
    public int Start { get; }

    /// <summary>Takes bytes as a document, once they are known to be UTF-8.</summary>
    /// <exception cref="DocumentException">They are in another encoding.</exception>
    public static DocumentSource Create(string name, byte[] bytes)
    {
        var source = new DocumentSource(name, bytes);
        if (WideEncoding(bytes) is { } encoding)
        {
            throw new DocumentException(name, 1, 1, $"the file is {encoding}, notebooks are UTF-8",
                $"Save it as UTF-8, for example: iconv -f {encoding} -t UTF-8 old > new.");
        }

        if (!Utf8.IsValid(bytes)) throw source.InvalidByte();
        return source;
    }

    /// <summary>An error at a byte offset.</summary>
    public DocumentException Error(int offset, string problem, string remedy)
    {
        var (line, column) = Position(offset);
        return new DocumentException(Name, line, column, problem, remedy);
    }

    /// <summary>1-based line and column, in UTF-16 characters, of a byte offset.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var before = Bytes.AsSpan(Start, Math.Max(0, Math.Min(offset, Bytes.Length) - Start));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>UTF-16 and UTF-32 by their byte-order marks, or by the zero bytes that ASCII has in them.</summary>
    private static string? WideEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => "UTF-32LE",
        [0, 0, 0xFE, 0xFF, ..] => "UTF-32BE",
        [0xFF, 0xFE, ..] => "UTF-16LE",
        [0xFE, 0xFF, ..] => "UTF-16BE",
        [not 0, 0, not 0, 0, ..] => "UTF-16LE",
        [0, not 0, 0, not 0, ..] => "UTF-16BE",
        _ => null,
    };

    private DocumentException InvalidByte()
    {
        var offset = Start;
        while (Rune.DecodeFromUtf8(Bytes.AsSpan(offset), out _, out var length) == System.Buffers.OperationStatus.Done) offset += length;
        return Error(offset, $"byte 0x{Bytes[offset]:X2} is not UTF-8",
            "Save the file as UTF-8; if it is in an older Chinese encoding, for example: iconv -f GB18030 -t UTF-8 old > new.");
    }
}
