using Qiansi.Documents;
using Qiansi.Tool.Commands;
using Qiansi.Tool.Exercises;

namespace Qiansi.Tool.Tests.Exercises;

public sealed class StudentCopyTests
{
    private static Notebook Copy(params Cell[] cells)
    {
        var notebook = ExerciseNotebook.Of(cells);
        StudentCopy.Make(notebook, "chapter.ipynb");
        return notebook;
    }

    [Fact]
    public void Stubs_take_the_place_of_solutions_and_checks_are_locked()
    {
        var notebook = ExerciseNotebook.Chapter();

        Assert.Equal(2, StudentCopy.Make(notebook, "chapter.ipynb"));

        Assert.Equal(5, notebook.Cells.Count);
        var (solution, check, other, otherCheck) = (notebook.Cells[1], notebook.Cells[2], notebook.Cells[3], notebook.Cells[4]);
        Assert.Equal("double Step(double w, double g) => Exercise.NotDone<double>();", solution.Source);
        Assert.Empty(solution.Tags);
        Assert.Equal("step", (string?)solution.Metadata["nbgrader"]!["grade_id"]);
        Assert.False((bool)check.Metadata["editable"]!);
        Assert.False((bool)check.Metadata["deletable"]!);
        Assert.Equal(["raises-exception"], check.Tags);
        Assert.Equal("int Double(int n)\n{\n    // Your code here.\n    throw new NotDoneException();\n}", other.Source);
        Assert.Equal("Exercise.Check(\"double\", Expect.Equal(\"of four\", 8, () => Double(4)));", otherCheck.Source);
    }

    [Fact]
    public void Outputs_and_times_of_exercises_are_cleared_and_those_of_other_cells_stay()
    {
        var shown = ExerciseNotebook.Code("Plot()");
        shown.Outputs = [new StreamOutput("stdout", "1")];
        var cell = ExerciseNotebook.Solution("a", "1");
        cell.Outputs = [new StreamOutput("stdout", "1")];
        cell.ExecutionCount = 3;
        cell.Metadata["execution"] = "now";

        var notebook = Copy(shown, cell);

        Assert.Single(shown.Outputs);
        StudentCopy.ClearOutputs(notebook);
        Assert.Empty(shown.Outputs);
        Assert.Equal((0, null, false), (cell.Outputs.Count, cell.ExecutionCount, cell.Metadata.ContainsKey("execution")));
    }

    [Fact]
    public void A_cell_without_stub_and_marks_is_emptied_and_a_sample_solution_is_left_out()
    {
        var notebook = Copy(ExerciseNotebook.Solution("a", "secret()"), ExerciseNotebook.Code("another secret()", "solution"),
            ExerciseNotebook.Essay("why", 2, "because"));

        Assert.Equal(["// Your code here.\nthrow new NotDoneException();", "*Your answer here.*"], notebook.Cells.Select(c => c.Source));
    }

    [Theory]
    [InlineData("### BEGIN SOLUTION\nsecret\n### END SOLUTION")]
    [InlineData("/// BEGIN SOLUTION\r\nsecret\r\n/// END SOLUTION")]
    [InlineData("<!-- BEGIN SOLUTION -->\nsecret\n<!-- END SOLUTION -->")]
    [InlineData("# BEGIN SOLUTION\nsecret\n# END SOLUTION\n-- BEGIN SOLUTION\nsecret\n-- END SOLUTION")]
    public void Marks_may_stand_behind_any_comment_sign(string source) =>
        Assert.DoesNotContain("secret", Copy(ExerciseNotebook.Solution("a", "keep\n" + source)).Cells[0].Source);

    [Theory]
    [InlineData("// BEGIN SOLUTION\nx", "BEGIN SOLUTION")]
    [InlineData("x\n// END SOLUTION", "END SOLUTION")]
    [InlineData("// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION", "BEGIN SOLUTION")]
    public void A_mark_without_its_partner_is_refused(string source, string mark) =>
        Assert.Contains($"has a mark '{mark}' without its partner",
            Assert.Throws<DocumentException>(() => Copy(ExerciseNotebook.Solution("a", source))).Message);

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        Assert.Contains("no solution comes after it",
            Assert.Throws<DocumentException>(() => Copy(ExerciseNotebook.Stub("a"), ExerciseNotebook.Check("b", 1, "c"))).Message);
        Assert.Contains("no solution comes after it",
            Assert.Throws<DocumentException>(() => Copy(ExerciseNotebook.Solution("x", "y"), ExerciseNotebook.Stub("a"))).Message);
        Assert.Contains("2 cells have the grade_id 'a'",
            Assert.Throws<DocumentException>(() => Copy(ExerciseNotebook.Solution("a", "1"), ExerciseNotebook.Check("a", 1, "2"))).Message);
        Assert.Contains("no solution to take out", Assert.Throws<CommandException>(() => Copy(new Cell(CellKind.Code, "1"))).Message);
        var noPoints = ExerciseNotebook.Check("a", 1, "1");
        noPoints.Metadata["nbgrader"]!.AsObject().Remove("points");
        Assert.Contains("'a' has no points", Assert.Throws<DocumentException>(() => Copy(noPoints)).Message);
    }

    [Fact]
    public void A_task_keeps_its_text_and_loses_its_mark_scheme()
    {
        var task = ExerciseNotebook.Essay("plot", 5, "Draw it.\n=== BEGIN MARK SCHEME ===\n2 for the axes\n=== END MARK SCHEME ===");
        (task.Metadata["nbgrader"]!["task"], task.Metadata["nbgrader"]!["grade"], task.Metadata["nbgrader"]!["solution"]) =
            (true, false, false);

        var notebook = Copy(ExerciseNotebook.Solution("a", "1"), task);

        Assert.Equal("Draw it.", notebook.Cells[1].Source);
        var grade = GradeMetadata.Of(notebook.Cells[1], "x")!;
        Assert.Equal((true, false, 5.0), (grade.IsGraded, grade.IsCheck, grade.Points));
    }

    [Theory]
    [InlineData("/// AUTOTEST Step(1, 2)")]
    [InlineData("int x = 1;\n  ### HASHED AUTOTEST x")]
    public void Lines_that_nbgrader_makes_into_checks_are_refused(string source) =>
        Assert.Contains("AUTOTEST",
            Assert.Throws<DocumentException>(() =>
            Copy(ExerciseNotebook.Solution("a", "1"), ExerciseNotebook.Check("b", 1, source))).Message);
}
