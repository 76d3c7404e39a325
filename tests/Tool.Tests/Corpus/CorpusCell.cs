namespace Qiansi.Tool.Tests.Corpus;

/// <summary>A cell of the corpus with what it must give.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Code">Its text.</param>
/// <param name="Value">Its value as text; null when any will do.</param>
/// <param name="Shown">What its outputs contain.</param>
/// <param name="MediaTypes">What its value has renderings of.</param>
internal sealed record CorpusCell(string Name, string Code, string? Value, IReadOnlyList<string> Shown, IReadOnlyList<string> MediaTypes)
{
    /// <summary>Reads a file of cells.</summary>
    public static IReadOnlyList<CorpusCell> Read(string path)
    {
        var cells = new List<CorpusCell>();
        foreach (var part in ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n## ").Skip(1))
        {
            var lines = part.TrimEnd().Split('\n');
            string[] Of(string mark) =>
                [.. lines.Skip(1).Where(l => l.StartsWith(mark, StringComparison.Ordinal)).Select(l => l[mark.Length..])];
            var value = Of("= ");
            var code = lines.Skip(1)
                .Where(l => !(l.StartsWith("= ", StringComparison.Ordinal) || l.StartsWith("~ ", StringComparison.Ordinal)
                || l.StartsWith("^ ", StringComparison.Ordinal)));
            cells.Add(new(lines[0], string.Join('\n', code), value.Length == 0 ? null : string.Join('\n', value), Of("~ "), Of("^ ")));
        }

        return cells;
    }
}
