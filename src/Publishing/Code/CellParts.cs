namespace Qiansi.Publishing.Code;

/// <summary>A stretch of a cell in one language, or a line <c>#!…</c>.</summary>
/// <param name="Start">UTF-16 index in the cell.</param>
/// <param name="Text">The stretch.</param>
/// <param name="Language">Its language.</param>
/// <param name="IsCode">False for a directive's line.</param>
public readonly record struct CellPart(int Start, string Text, string Language, bool IsCode);

/// <summary>Cuts cells at their directives.</summary>
public static class CellParts
{
    /// <summary>The parts of a cell, in order.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="language">Language of its first line.</param>
    public static IEnumerable<CellPart> Of(string code, string language)
    {
        var blockStart = 0;
        for (var start = 0; start < code.Length;)
        {
            var end = code.IndexOf('\n', start) is var newline && newline < 0 ? code.Length : newline;
            var line = code[start..end].TrimEnd();
            if (line.StartsWith("#!", StringComparison.Ordinal))
            {
                if (start > blockStart) yield return new(blockStart, code[blockStart..start], language, IsCode: true);
                yield return new(start, line, language, IsCode: false);
                blockStart = Math.Min(code.Length, end + 1);
                var name = line[2..].Split(' ', 2)[0].ToLowerInvariant();
                if (CodeHighlighter.IsKnown(name)) language = name;
            }

            start = end + 1;
        }

        if (code.Length > blockStart) yield return new(blockStart, code[blockStart..], language, IsCode: true);
    }
}
