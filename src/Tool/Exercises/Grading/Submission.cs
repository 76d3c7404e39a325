using System.Text.Json.Nodes;
using Qiansi.Engine.Documents;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Puts the original's checks into a notebook that was handed in, whatever has become of them there.</summary>
internal static class Submission
{
    /// <summary>Changes the submission: every check is the original's again, missing ones are put back, and only the original's cells count.</summary>
    /// <param name="submission">The notebook that was handed in.</param>
    /// <param name="original">The notebook with the solutions, or the student's copy of it.</param>
    /// <param name="originalFile">What errors call that.</param>
    /// <returns>What was found, for the teacher.</returns>
    /// <exception cref="DocumentException">The original's cells contradict each other.</exception>
    public static IReadOnlyList<string> Restore(Notebook submission, Notebook original, string originalFile)
    {
        var remarks = new List<string>();
        var wanted = GradeMetadata.OfAll(original, originalFile);
        // A copied cell has its original's id: the first one counts.
        var present = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var cell in submission.Cells)
            if (IdOf(cell) is { } id && !present.TryAdd(id, cell)) cell.Metadata.Remove(GradeMetadata.Key);
        foreach (var (id, cell) in present)
        {
            if (wanted.Any(w => w.Grade.Id == id)) continue;
            cell.Metadata.Remove(GradeMetadata.Key);
            remarks.Add($"the cell {id} is not in {Path.GetFileName(originalFile)} and does not count");
        }

        Cell? before = null;
        foreach (var (cell, grade) in wanted)
        {
            if (!present.TryGetValue(grade.Id, out var found))
            {
                if (!grade.IsGraded) continue;
                found = new Cell(cell.Kind, cell.Source);
                submission.Cells.Insert(before is null ? submission.Cells.Count : submission.Cells.IndexOf(before) + 1, found);
                remarks.Add(grade.IsCheck ? $"the check {grade.Id} was missing, the original's was run" : $"the answer {grade.Id} is missing");
            }
            else if (grade.IsCheck)
            {
                if (Text(found.Source) != Text(MarkedRegions.Replace(cell.Source, MarkedRegions.HiddenTests, [], originalFile, cell.Id) ?? cell.Source) && Text(found.Source) != Text(cell.Source))
                    remarks.Add($"the check {grade.Id} was altered, the original's was run");
                found.Kind = cell.Kind;
            }

            if (grade.IsCheck)
            {
                found.Metadata = (JsonObject)cell.Metadata.DeepClone();
                found.Source = cell.Source;
            }
            else
            {
                found.Metadata[GradeMetadata.Key] = cell.Metadata[GradeMetadata.Key]!.DeepClone();
            }

            before = found;
        }

        return remarks;
    }

    private static string? IdOf(Cell cell) =>
        cell.Metadata[GradeMetadata.Key] is JsonObject metadata && metadata["grade_id"] is JsonValue value && value.TryGetValue(out string? id) ? id : null;

    private static string Text(string source) => source.ReplaceLineEndings("\n").TrimEnd();
}
