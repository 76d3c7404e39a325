using System.Globalization;
using Qiansi.Documents;

namespace Qiansi.Chapters.Lint;

/// <summary>How long a chapter and its cells are: short enough to stop at each, with more text than code.</summary>
internal static class ShapeLint
{
    private const int MostCells = 60, MostLines = 700, MostMedian = 10, MostLinesOfCell = 25, MostColumns = 100;

    /// <summary>What is wrong; empty when nothing is.</summary>
    public static IEnumerable<string> Problems(Notebook notebook)
    {
        var cells = notebook.Cells.Where(c => c.Kind == CellKind.Code).Select(c => (c.Id, Lines: c.Source.Split('\n'))).ToList();
        var lengths = cells.Select(c => c.Lines.Length).Order().ToList();
        if (lengths.Count > MostCells) yield return Say($"there are {lengths.Count} code cells; at most {MostCells}");
        if (lengths.Sum() > MostLines) yield return Say($"there are {lengths.Sum()} lines of code; at most {MostLines}");
        if (lengths.Count > 0 && lengths[lengths.Count / 2] is > MostMedian and var median)
            yield return Say($"half of the code cells have {median} lines or more; at most {MostMedian}");
        foreach (var (id, lines) in cells)
        {
            if (lines.Length > MostLinesOfCell) yield return Say($"cell {id} has {lines.Length} lines; at most {MostLinesOfCell}");
            if (lines.FirstOrDefault(l => l.Length > MostColumns) is { } wide)
                yield return Say($"cell {id} has a line of {wide.Length} columns; at most {MostColumns}: {wide.Trim()}");
        }

        var (prose, code) = (Words(notebook, CellKind.Markdown), Words(notebook, CellKind.Code));
        if (prose < code) yield return Say($"there are {prose} words of text and {code} of code; text is not to be less");
    }

    private static int Words(Notebook notebook, CellKind kind) => notebook.Cells.Where(c => c.Kind == kind)
        .Sum(c => c.Source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
