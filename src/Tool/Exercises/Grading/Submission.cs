using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>A notebook that was handed in, put into the original's order: whatever became of the original's cells there, they are the
/// original's again, and the student's answers and cells stand among them.</summary>
/// <param name="Written">Cells that the student wrote: answers, and cells that the original does not have.</param>
/// <param name="Remarks">What was found, for the teacher.</param>
internal sealed record Submission(IReadOnlyList<Cell> Written, IReadOnlyList<string> Remarks)
{
    /// <summary>Changes the notebook that was handed in.</summary>
    /// <param name="submission">The notebook that was handed in.</param>
    /// <param name="original">The notebook with the solutions, or the student's copy of it.</param>
    /// <param name="originalFile">What errors call that.</param>
    /// <exception cref="DocumentException">The original's cells contradict each other.</exception>
    public static Submission Restore(Notebook submission, Notebook original, string originalFile)
    {
        var name = Path.GetFileName(originalFile);
        var remarks = new List<string>();
        var grades = GradeMetadata.OfAll(original, originalFile).ToDictionary(p => p.Cell, p => p.Grade);
        var skeleton = original.Cells
            .Where(c => grades.ContainsKey(c) || !(c.HasTag(StudentCopy.StubTag) || c.HasTag(StudentCopy.SolutionTag))).ToList();
        if (KernelName(submission) is { } kernel && kernel != KernelName(original) && kernel != OwnKernel.Launch.KernelName)
            remarks.Add($"the notebook names the kernel '{kernel}'; the original's was used");
        submission.Metadata = (JsonObject)original.Metadata.DeepClone();

        var places = new Dictionary<Cell, int>();
        var handedIn = Match(submission, original, skeleton, grades, places, name, remarks);
        // A copy of a cell of the chapter is not of the student's writing.
        var texts = skeleton.Select(c => Text(c)).ToHashSet();
        var written = new List<Cell>();
        var cells = new List<Cell>();
        AddOwn(-1);
        for (var i = 0; i < skeleton.Count; i++)
        {
            cells.AddRange(Restored(skeleton[i], grades.GetValueOrDefault(skeleton[i]), handedIn.GetValueOrDefault(i)));
            AddOwn(i);
        }

        submission.Cells.Clear();
        submission.Cells.AddRange(cells);
        return new(written, remarks);

        // The student's own cells stay behind the cell they stood behind.
        void AddOwn(int place)
        {
            var own = places.Where(p => p.Value == place).Select(p => p.Key).ToList();
            cells.AddRange(own);
            written.AddRange(own.Where(c => !texts.Contains(Text(c))));
        }

        IEnumerable<Cell> Restored(Cell cell, GradeMetadata? grade, Cell? found)
        {
            if (grade is { IsSolution: true })
            {
                if (found is null) remarks.Add($"the answer {grade.Id} is missing");
                if (found is null && !grade.IsGraded) return [];
                found ??= new(cell.Kind, "");
                found.Metadata[GradeMetadata.Key] = cell.Metadata[GradeMetadata.Key]!.DeepClone();
                written.Add(found);
                return [found];
            }

            if (grade is { IsCheck: true })
            {
                var became = found is null ? "missing" : IsShown(cell, found) ? null : "altered";
                if (became is not null) remarks.Add($"the check {grade.Id} was {became}, the original's was run");
            }
            else if (grade is null && cell.Kind == CellKind.Code && found is not null && Text(found) != Text(cell))
            {
                remarks.Add($"the chapter's cell '{CellTitle.Of(cell)}' was altered, the original's was run");
            }

            return [new Cell(cell.Kind, cell.Source) { Id = cell.Id, Metadata = (JsonObject)cell.Metadata.DeepClone() }];
        }

        bool IsShown(Cell cell, Cell found) => Text(found) == Text(cell)
            || MarkedRegions.Replace(cell.Source, MarkedRegions.HiddenTests, [], originalFile, cell.Id) is { } shown
                && Text(found) == Text(shown);
    }

    /// <summary>Which cell that was handed in stands for which of the original's; all others get the place they stand behind.</summary>
    private static Dictionary<int, Cell> Match(
        Notebook submission, Notebook original, List<Cell> skeleton, Dictionary<Cell, GradeMetadata> grades,
        Dictionary<Cell, int> places, string name, List<string> remarks)
    {
        var byGrade = skeleton.Index().Where(c => grades.ContainsKey(c.Item)).ToDictionary(c => grades[c.Item].Id, c => c.Index);
        var byId = skeleton.Index().Where(c => !grades.ContainsKey(c.Item)).GroupBy(c => c.Item.Id)
            .ToDictionary(g => g.Key, g => g.First().Index);
        var byText = skeleton.Index().Where(c => !grades.ContainsKey(c.Item)).ToLookup(c => (c.Item.Kind, Text(c.Item)), c => c.Index);
        var leftOut = original.Cells.Except(skeleton).Select(c => Text(c)).ToHashSet();
        var found = new Dictionary<int, Cell>();
        var copies = new List<(Cell Cell, string Id)>();
        var behind = -1;
        foreach (var cell in submission.Cells)
        {
            var id = GradeMetadata.IdOf(cell);
            if (id is null && leftOut.Contains(Text(cell))) continue;
            if (Place(cell, id) is { } place && found.TryAdd(place, cell))
            {
                behind = place;
                continue;
            }

            cell.Metadata.Remove(GradeMetadata.Key);
            if (id is not null)
            {
                if (!byGrade.TryGetValue(id, out var of)) remarks.Add($"the cell {id} is not in {name} and does not count");
                else if (!grades[skeleton[of]].IsSolution) continue; // A second check: the original's is run once.
                else copies.Add((cell, id));
            }

            places.Add(cell, behind);
        }

        foreach (var copy in copies.GroupBy(c => c.Id))
            remarks.Add($"there are {copy.Count() + 1} cells for the answer {copy.Key}; the last one before its check counts");
        return found;

        int? Place(Cell cell, string? id) =>
            id is not null ? byGrade.TryGetValue(id, out var graded) ? graded : null
            : byId.TryGetValue(cell.Id, out var same) ? same
            : byText[(cell.Kind, Text(cell))].Cast<int?>().FirstOrDefault(i => !found.ContainsKey(i!.Value));
    }

    private static string? KernelName(Notebook notebook) =>
        notebook.Metadata["kernelspec"] is JsonObject spec && spec["name"] is JsonValue value && value.TryGetValue(out string? name)
            && name.Length > 0 ? name : null;

    private static string Text(Cell cell) => Text(cell.Source);

    private static string Text(string source) => source.ReplaceLineEndings("\n").TrimEnd();
}
