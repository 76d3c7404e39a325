using System.Text.Json.Nodes;
using Qiansi.Documents;

namespace Qiansi.Tool.Exercises;

/// <summary>Makes a notebook with solutions into the copy that students get: stubs in their place, checks locked, no outputs of
/// either.</summary>
internal static class StudentCopy
{
    /// <summary>Tag of a cell that shows what is to be written; its text takes the place of the solution after it.</summary>
    public const string StubTag = "stub";

    /// <summary>Tag of a cell that holds a solution.</summary>
    public const string SolutionTag = "solution";

    private static readonly string[] StubLines = ["// Your code here.", "throw new NotDoneException();"];

    /// <summary>Whether a notebook holds what only its teacher should see; a copy that was made, where a student's work may be, does
    /// not.</summary>
    public static bool IsTeachers(Notebook notebook) =>
        notebook.Cells.Exists(c => c.HasTag(StubTag)
        || (c.Metadata[GradeMetadata.Key] is not null && (c.HasTag(SolutionTag) || MarkedRegions.HasMark(c.Source))));

    /// <summary>Whether a notebook has a solution to take out.</summary>
    /// <exception cref="DocumentException">A cell's metadata cannot be used.</exception>
    public static bool HasSolutions(Notebook notebook, string file) =>
        notebook.Cells.Exists(c => c.HasTag(SolutionTag)) || GradeMetadata.OfAll(notebook, file).Any(p => p.Grade.IsSolution);

    /// <summary>Changes the notebook into the student's copy.</summary>
    /// <param name="notebook">A notebook with solutions.</param>
    /// <param name="file">What errors call it.</param>
    /// <returns>How many solutions were taken out.</returns>
    /// <exception cref="DocumentException">A stub has no solution, a mark no partner, or a graded cell no name or points.</exception>
    /// <exception cref="CommandException">The notebook holds no exercise.</exception>
    public static int Make(Notebook notebook, string file)
    {
        var grades = GradeMetadata.OfAll(notebook, file).ToDictionary(p => p.Cell, p => p.Grade);
        var solutions = 0;
        Cell? stub = null;
        foreach (var cell in notebook.Cells.ToList())
        {
            if (grades.ContainsKey(cell)) Clear(cell);
            var grade = grades.GetValueOrDefault(cell);
            if (cell.HasTag(StubTag))
            {
                if (stub is not null) throw NoSolution(stub, file);
                stub = cell;
            }
            else if (grade is { IsSolution: true } || cell.HasTag(SolutionTag))
            {
                TakeOut(notebook, cell, grade is not null, stub, file);
                stub = null;
                solutions++;
            }
            else if (grade is not null)
            {
                if (stub is not null) throw NoSolution(stub, file);
                if (grade.IsTask)
                    cell.Source = MarkedRegions.Replace(cell.Source, MarkedRegions.MarkScheme, [], file, cell.Id) ?? cell.Source;
                else Lock(cell, file);
            }
        }

        if (stub is not null) throw NoSolution(stub, file);
        if (solutions == 0)
            throw new CommandException($"{file}: there is no solution to take out.",
                $"Tag solution cells '{SolutionTag}', or mark parts of them with '// BEGIN SOLUTION' and '// END SOLUTION' and give the "
                + "cell nbgrader metadata; see `nb student --help`.");
        return solutions;
    }

    /// <summary>Clears what the cells put out, and when.</summary>
    public static void ClearOutputs(Notebook notebook)
    {
        foreach (var cell in notebook.Cells) Clear(cell);
    }

    private static void TakeOut(Notebook notebook, Cell cell, bool isGraders, Cell? stub, string file)
    {
        var isCode = cell.Kind == CellKind.Code;
        if (stub is not null)
        {
            cell.Source = stub.Source;
            notebook.Cells.Remove(stub);
        }
        else if (MarkedRegions.Replace(
            cell.Source, MarkedRegions.Solution, isCode ? StubLines : ["*Your answer here.*"], file, cell.Id) is { } without)
        {
            cell.Source = without;
        }
        else if (!isGraders)
        {
            // A sample solution that stands beside the exercise.
            notebook.Cells.Remove(cell);
            return;
        }
        else
        {
            cell.Source = isCode ? string.Join('\n', StubLines) : "*Your answer here.*";
        }

        cell.Tags = [.. cell.Tags.Where(t => t is not (SolutionTag or "hide-cell" or "hide-input"))];
        if (cell.Metadata["jupyter"] is JsonObject hints) hints.Remove("source_hidden");
    }

    /// <summary>Front ends do not let locked cells be changed, as nbgrader has it;
    /// a check that fails does not stop the run of all cells.</summary>
    private static void Lock(Cell cell, string file)
    {
        cell.Source = MarkedRegions.Replace(cell.Source, MarkedRegions.HiddenTests, [], file, cell.Id) ?? cell.Source;
        cell.Metadata["editable"] = false;
        cell.Metadata["deletable"] = false;
        if (cell.Kind == CellKind.Code && !cell.HasTag("raises-exception")) cell.Tags = [.. cell.Tags, "raises-exception"];
    }

    private static void Clear(Cell cell)
    {
        if (cell.Kind != CellKind.Code) return;
        cell.Outputs = [];
        cell.ExecutionCount = null;
        cell.Metadata.Remove("execution");
    }

    private static DocumentException NoSolution(Cell stub, string file) =>
        new(file, 0, 0, $"cell '{stub.Id}' is tagged '{StubTag}', but no solution comes after it",
            $"Write the solution into the next cell and tag that '{SolutionTag}'.");
}
