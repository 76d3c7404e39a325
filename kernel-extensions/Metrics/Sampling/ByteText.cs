using System.Buffers.Text;

namespace Qiansi.Metrics.Sampling;

/// <summary>Reads numbers and lines out of the kernel's texts without making strings.</summary>
internal static class ByteText
{
    /// <summary>Takes the next line off the text; false at its end.</summary>
    public static bool NextLine(ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> line)
    {
        if (text.IsEmpty)
        {
            line = default;
            return false;
        }

        var end = text.IndexOf((byte)'\n');
        line = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return true;
    }

    /// <summary>Takes the next word off the line; empty at its end.</summary>
    public static ReadOnlySpan<byte> NextWord(ref ReadOnlySpan<byte> line)
    {
        var start = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (start < 0) return line = default;
        line = line[start..];
        var end = line.IndexOfAny((byte)' ', (byte)'\t');
        var word = end < 0 ? line : line[..end];
        line = line[word.Length..];
        return word;
    }

    /// <summary>Takes the next word off the line as a number; 0 when it is none.</summary>
    public static long NextNumber(ref ReadOnlySpan<byte> line) =>
        Utf8Parser.TryParse(NextWord(ref line), out long value, out _) ? value : 0;

    /// <summary>The number a text begins with, or null.</summary>
    public static long? Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text.TrimStart((byte)' '), out long value, out _) ? value : null;
}
