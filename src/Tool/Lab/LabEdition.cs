using Qiansi.Documents;
using Qiansi.Server.Course;
using Qiansi.Tool.Exercises;

namespace Qiansi.Tool.Lab;

/// <summary>What <c>nb lab</c> makes of chapters for students: the copies of <c>nb student</c>.</summary>
internal static class LabEdition
{
    /// <summary>Solutions are taken out, and shown when asked for.</summary>
    public static StudentEdition Students { get; } = new(Make, Solution);

    private static bool Make(Notebook notebook, string file)
    {
        if (!StudentCopy.IsTeachers(notebook) || !StudentCopy.HasSolutions(notebook, file)) return false;
        StudentCopy.Make(notebook, file);
        return true;
    }

    /// <summary>The solutions between the check before and the check that reports the exercise.</summary>
    private static string? Solution(Notebook chapter, string exercise)
    {
        var solutions = new List<string>();
        foreach (var cell in chapter.Cells)
        {
            var grade = GradeMetadata.Of(cell, "the chapter");
            if (cell.HasTag(StudentCopy.SolutionTag) || grade is { IsSolution: true, IsGraded: false }) solutions.Add(cell.Source);
            if (grade is not { IsCheck: true }) continue;
            if (cell.Source.Contains($"Exercise.Check(\"{exercise}\"", StringComparison.Ordinal))
                return solutions.Count > 0 ? string.Join("\n\n", solutions) : null;
            solutions.Clear();
        }

        return null;
    }
}
