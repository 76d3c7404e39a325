using System.Text;

namespace Qiansi.Snl;

/// <summary>The text of a program, with its lines.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>Takes a text as it is.</summary>
    /// <param name="text">The program.</param>
    /// <param name="name">What messages call it: a file's name, or a cell's.</param>
    public SourceText(string text, string name = "") : this(text, name, "UTF-16") { }

    private SourceText(string text, string name, string encoding) => (Text, Name, Encoding) = (text, name, encoding);

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>What messages call it; may be empty.</summary>
    public string Name { get; }

    /// <summary>What it was read from: <c>UTF-8</c>, <c>UTF-16</c> or <c>GBK</c>.</summary>
    public string Encoding { get; }

    /// <summary>The number of lines; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLines(Text);

    /// <summary>
    /// Reads a file: UTF-8 or UTF-16 with a byte order mark, else UTF-8 when it is valid, else GBK (code page 936, as course material on
    /// Windows is saved).
    /// </summary>
    public static SourceText FromFile(string path) => FromBytes(File.ReadAllBytes(path), Path.GetFileName(path));

    /// <summary>Decodes bytes as <see cref="FromFile"/> does; what is neither becomes U+FFFD, which the lexer reports.</summary>
    public static SourceText FromBytes(ReadOnlySpan<byte> bytes, string name = "")
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return new(System.Text.Encoding.UTF8.GetString(bytes[3..]), name, "UTF-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new(System.Text.Encoding.Unicode.GetString(bytes[2..]), name, "UTF-16");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new(System.Text.Encoding.BigEndianUnicode.GetString(bytes[2..]), name, "UTF-16");
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? new(System.Text.Encoding.UTF8.GetString(bytes), name, "UTF-8")
            : new(CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetString(bytes), name, "GBK");
    }

    /// <summary>The line and column of an offset; one past the end is the end.</summary>
    public Position PositionOf(int offset)
    {
        var index = Array.BinarySearch(LineStarts, Math.Clamp(offset, 0, Text.Length));
        var line = index >= 0 ? index : ~index - 1;
        return new(line + 1, Math.Clamp(offset, 0, Text.Length) - LineStarts[line] + 1);
    }

    /// <summary>A line without its end.</summary>
    /// <param name="line">From 1 to <see cref="LineCount"/>.</param>
    public ReadOnlySpan<char> Line(int line)
    {
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text.AsSpan(LineStarts[line - 1], end - LineStarts[line - 1]).TrimEnd("\r\n");
    }

    /// <summary>The characters of a piece.</summary>
    public ReadOnlySpan<char> this[Span span] => Text.AsSpan(span.Start, span.Length);

    private static int[] FindLines(string text)
    {
        var starts = new List<int>(text.Length / 24 + 1) { 0 };
        for (var at = 0; ;)
        {
            var found = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (found < 0) return [.. starts];
            at += found + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            starts.Add(at);
        }
    }
}
