using System.Text.RegularExpressions;
using Qiansi.Documents;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>Which cells a student wrote for which open exercise.</summary>
/// <remarks>
/// A student's cell belongs to the exercise that its first line names (<c># Exercise 10</c>, <c>// exercise 10</c>), wherever it stands,
/// and so do the student's cells right behind it; else to the exercises of the cell it stands behind, where several rubrics can be.
/// </remarks>
/// <param name="rubrics">The rubrics, with the cells they stand in.</param>
/// <param name="places">Each cell's place in the notebook that was handed in, from 1.</param>
internal sealed class ProjectAnswers(IReadOnlyList<(Cell Cell, Rubric Rubric)> rubrics, IReadOnlyDictionary<Cell, int> places)
{
    /// <summary>By the rubric's id.</summary>
    /// <param name="notebook">The cells in the order in which they are run.</param>
    /// <param name="isWritten">Whether a cell is of the student's own making, and no answer that a check looks at.</param>
    public ILookup<string, WrittenCell> Of(IEnumerable<Cell> notebook, Func<Cell, bool> isWritten)
    {
        var found = new List<(string Id, WrittenCell Cell)>();
        string[] open = [];
        foreach (var cell in notebook)
        {
            if (!isWritten(cell))
            {
                open = [.. rubrics.Where(r => r.Cell == cell).Select(r => r.Rubric.Id)];
                continue;
            }

            if (Named(CellTitle.Of(cell)) is { } named) open = [named];
            if (string.IsNullOrWhiteSpace(cell.Source) || !places.TryGetValue(cell, out var place)) continue;
            var written = new WrittenCell(place, cell.Kind.ToString().ToLowerInvariant(), CellTitle.Of(cell));
            found.AddRange(open.Select(id => (id, written)));
        }

        return found.ToLookup(f => f.Id, f => f.Cell);
    }

    private string? Named(string title) => rubrics.Select(r => r.Rubric.Id).FirstOrDefault(
        id => Regex.IsMatch(title, $@"(?<![\p{{L}}\p{{N}}]){id.Replace("-", @"[\W_]+", StringComparison.Ordinal)}(?![\p{{L}}\p{{N}}])",
            RegexOptions.IgnoreCase));
}
