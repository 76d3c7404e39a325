namespace Qiansi.Engine.Directives;

/// <summary>A stretch of a cell: code of one language, or one line that starts with <c>#!</c> and a name.</summary>
/// <param name="Start">UTF-16 index of its first character in the cell.</param>
/// <param name="End">Index behind its last character; of a named line, of its text without the line break.</param>
/// <param name="FirstLine">0-based line of the cell.</param>
/// <param name="Language">The language of the code; of a named line, the language after it.</param>
/// <param name="IsNamed">Whether it is a <c>#!</c> line.</param>
internal readonly record struct CellSegment(int Start, int End, int FirstLine, ILanguageKernel Language, bool IsNamed)
{
    /// <summary>The stretches of a cell in order. Unknown names change nothing; code stretches may be empty.</summary>
    public static List<CellSegment> Split(string source, ISession session, ILanguageKernel language)
    {
        if (!source.Contains("#!", StringComparison.Ordinal)) return [new(0, source.Length, 0, language, false)];
        var segments = new List<CellSegment>();
        var scanner = ScannerOf(language);
        int blockStart = 0, blockLine = 0, line = 0;
        for (var start = 0; start < source.Length; line++)
        {
            var end = source.AsSpan(start).IndexOfAny('\r', '\n');
            end = end < 0 ? source.Length : start + end;
            var next = end == source.Length ? end
                : source[end] == '\r' && end + 1 < source.Length && source[end + 1] == '\n' ? end + 2 : end + 1;
            var text = source.AsSpan(start, end - start);
            if (scanner is null or { AtCode: true } && HasName(text))
            {
                segments.Add(new(blockStart, start, blockLine, language, false));
                if (session.FindLanguage(NameOf(text).ToString()) is { } chosen) (language, scanner) = (chosen, ScannerOf(chosen));
                segments.Add(new(start, end, line, language, true));
                (blockStart, blockLine) = (next, line + 1);
            }
            else
            {
                scanner?.Read(text);
            }

            start = next;
        }

        segments.Add(new(blockStart, source.Length, blockLine, language, false));
        return segments;
    }

    /// <summary>The stretch a cursor stands in; at the end of a <c>#!</c> line, that line.</summary>
    public static CellSegment At(string source, int position, ISession session, ILanguageKernel language) =>
        Split(source, session, language)
            .Find(s => position >= s.Start && (s.IsNamed ? position <= s.End : position < s.End || s.End == source.Length));

    /// <summary>The name on a <c>#!</c> line.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> line)
    {
        var end = 2;
        while (end < line.Length && !char.IsWhiteSpace(line[end])) end++;
        return line[2..end];
    }

    private static bool HasName(ReadOnlySpan<char> line) => line.Length > 2 && line[0] == '#' && line[1] == '!' && char.IsLetter(line[2]);

    private static CSharpLineScanner? ScannerOf(ILanguageKernel language) => language.Name == "csharp" ? new() : null;
}
