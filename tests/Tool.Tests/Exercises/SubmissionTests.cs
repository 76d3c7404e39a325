using Qiansi.Engine.Documents;
using Qiansi.Tool.Exercises;
using Qiansi.Tool.Exercises.Grading;

namespace Qiansi.Tool.Tests.Exercises;

public sealed class SubmissionTests
{
    private static Notebook StudentsCopy()
    {
        var notebook = ExerciseNotebook.Chapter();
        StudentCopy.Make(notebook, "chapter.ipynb");
        return notebook;
    }

    private static IReadOnlyList<string> Restore(Notebook submission) => Submission.Restore(submission, ExerciseNotebook.Chapter(), "chapter.ipynb");

    [Fact]
    public void An_untouched_copy_gets_its_hidden_tests_and_no_remark()
    {
        var notebook = StudentsCopy();

        Assert.Empty(Restore(notebook));

        Assert.Contains("of five", notebook.Cells[4].Source);
        Assert.Contains("NotDone", notebook.Cells[1].Source);
    }

    [Fact]
    public void An_altered_check_is_the_originals_again()
    {
        var notebook = StudentsCopy();
        notebook.Cells[2].Source = "Console.WriteLine(\"all fine\");";
        notebook.Cells[2].Metadata["nbgrader"]!["points"] = 100;

        Assert.Equal(["the check step-check was altered, the original's was run"], Restore(notebook));

        Assert.StartsWith("Exercise.Check", notebook.Cells[2].Source);
        Assert.Equal(3, (double)notebook.Cells[2].Metadata["nbgrader"]!["points"]!);
    }

    [Fact]
    public void A_missing_check_is_put_back_behind_its_exercise()
    {
        var notebook = StudentsCopy();
        notebook.Cells.RemoveAt(2);

        Assert.Equal(["the check step-check was missing, the original's was run"], Restore(notebook));

        Assert.StartsWith("Exercise.Check(\"step\"", notebook.Cells[2].Source);
    }

    [Fact]
    public void Graded_cells_of_the_students_own_making_do_not_count()
    {
        var notebook = StudentsCopy();
        notebook.Cells.Add(ExerciseNotebook.Check("bonus", 50, "1"));
        notebook.Cells.Add(ExerciseNotebook.Check("double-check", 50, "1"));

        Assert.Equal(["the cell bonus is not in chapter.ipynb and does not count"], Restore(notebook));

        Assert.Equal(["step-check", "double-check"], GradeMetadata.OfAll(notebook, "x").Where(p => p.Grade.IsGraded).Select(p => p.Grade.Id));
    }
}
