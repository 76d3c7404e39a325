using Qiansi.Documents;
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

    private static IReadOnlyList<string> Restore(Notebook submission) =>
        Submission.Restore(submission, ExerciseNotebook.Chapter(), "chapter.ipynb").Remarks;

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
        notebook.Cells.Add(ExerciseNotebook.Check("nameless", 50, "1"));
        notebook.Cells[^1].Metadata["nbgrader"]!.AsObject().Remove("grade_id");
        notebook.Cells.Add(ExerciseNotebook.Check("double-check", 50, "1"));

        Assert.Equal(["the cell bonus is not in chapter.ipynb and does not count"], Restore(notebook));

        Assert.Equal(["step-check", "double-check"],
            GradeMetadata.OfAll(notebook, "x").Where(p => p.Grade.IsGraded).Select(p => p.Grade.Id));
    }

    [Fact]
    public void The_originals_order_and_cells_count_and_the_students_own_cells_stay_among_them()
    {
        var original = ExerciseNotebook.Chapter();
        original.Cells.Insert(1, ExerciseNotebook.Code("var data = 3;"));
        var notebook = ExerciseNotebook.Of([.. original.Cells]);
        StudentCopy.Make(notebook, "chapter.ipynb");
        notebook = Notebook.Parse(notebook.ToBytes(NotebookFormat.Ipynb), NotebookFormat.Ipynb, "x");
        var check = notebook.Cells[3];
        notebook.Cells.Remove(check);
        notebook.Cells.Insert(2, check); // pasted above the answer
        notebook.Cells[1].Source = "var data = 4;";
        notebook.Cells.Insert(4, ExerciseNotebook.Code("int Help() => 1;"));
        notebook.Cells.Insert(0, ExerciseNotebook.Code("using System.Numerics;"));

        var submission = Submission.Restore(notebook, original, "chapter.ipynb");

        Assert.Equal(["the chapter's cell 'var data = 3;' was altered, the original's was run"], submission.Remarks);
        Assert.Equal(
            ["using System.Numerics;", "# Steps", "var data = 3;", "double Step(double w, double g) => Exercise.NotDone<double>();",
                "int Help() => 1;", "Exercise.Check(\"step\","],
            notebook.Cells.Take(6).Select(c => c.Source.Split('\n')[0]));
        Assert.Equal(4, submission.Written.Count); // two answers, two cells
    }

    [Fact]
    public void Copies_of_an_answer_are_told_and_copies_of_a_check_run_once()
    {
        var notebook = StudentsCopy();
        notebook.Cells.Insert(2, ExerciseNotebook.Solution("step", "double Step(double w, double g) => 1;"));
        notebook.Cells.Insert(1, ExerciseNotebook.Check("step-check", 3, "1"));

        Assert.Equal(["the check step-check was altered, the original's was run",
            "there are 2 cells for the answer step; the last one before its check counts"], Restore(notebook).Order());

        Assert.Equal(6, notebook.Cells.Count);
        Assert.Equal("double Step(double w, double g) => 1;", notebook.Cells[2].Source);
    }

    [Fact]
    public void A_teachers_edition_that_comes_back_has_no_stub_and_an_answer_that_is_gone_is_told()
    {
        var notebook = ExerciseNotebook.Chapter();
        notebook.Cells.RemoveAt(2);

        Assert.Equal(["the answer step is missing"], Restore(notebook));
        Assert.DoesNotContain(notebook.Cells, c => c.Source.Contains("NotDone"));
    }

    [Fact]
    public void The_kernel_is_the_originals()
    {
        var notebook = StudentsCopy();
        notebook.Metadata["kernelspec"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "python3", ["language"] = "python" };

        Assert.Equal(["the notebook names the kernel 'python3'; the original's was used"], Restore(notebook));
        Assert.Equal("csharp", notebook.Language);
    }
}
