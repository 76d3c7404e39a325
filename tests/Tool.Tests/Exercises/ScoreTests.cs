using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Tool.Commands;
using Qiansi.Tool.Exercises;
using Qiansi.Tool.Exercises.Grading;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.Exercises;

public sealed class ScoreTests
{
    private static readonly GradedNotebook[] Two =
    [
        new("anna", "in/anna.ipynb")
        {
            Exercises = [new("step", 3) { Points = 2, Status = "wrong", Problems = ["downhill: Expected 1, got \"2\"."] },
                new("why", 2) { Status = "manual" }],
            Remarks = ["the check step was altered, the original's was run"],
        },
        new("=bob", "in/=bob.ipynb") { Failure = "it is no notebook" },
    ];

    [Fact]
    public void Text_has_each_exercise_with_what_is_wrong_and_a_line_for_each_student()
    {
        Assert.Equal(
            ["in/anna.ipynb: 2 of 3 points (67 %), 2 more for a person to give", "  ✗ step  2 of 3  downhill: Expected 1, got \"2\".",
                "  ? why   to be read, 2 points", "  note: the check step was altered, the original's was run"],
            ScoreText.Lines(Two[0]));
        Assert.Equal(["in/=bob.ipynb: not graded: it is no notebook"], ScoreText.Lines(Two[1]));
        Assert.Equal(["", "anna  2 of 3 points (67 %), 2 more for a person to give", "=bob  0 of 0 points, 1 not graded"],
            ScoreText.Summary(Two));
    }

    [Fact]
    public void Csv_has_a_row_for_each_student_and_no_formulas() => Assert.Equal(
        "student,points,max_points,percent,manual_points,step,why,remarks\r\n"
        + "anna,2,3,66.67,2,2,,\"the check step was altered, the original's was run\"\r\n"
        + "'=bob,0,0,,0,,,not graded: it is no notebook\r\n",
        ScoreCsv.Of(Two));

    [Fact]
    public void Several_notebooks_of_a_student_are_one_row()
    {
        GradedNotebook Of(string path) => new("anna", path) { Exercises = [new("step", 1) { Points = 1, Status = "done" }] };

        Assert.Equal("student,points,max_points,percent,manual_points,one/step,two/step,remarks\r\nanna,2,2,100,0,1,1,\r\n",
            ScoreCsv.Of([Of("anna/one.ipynb"), Of("anna/two.ipynb")]));
    }

    [Fact]
    public void Json_has_all_of_it()
    {
        var json = JsonNode.Parse(ScoreJson.Of(Two))!["students"]!;

        Assert.Equal("anna", (string?)json[0]!["student"]);
        Assert.Equal(2, (double)json[0]!["notebooks"]![0]!["exercises"]![0]!["points"]!);
        Assert.Null(json[0]!["notebooks"]![0]!["exercises"]![1]!["points"]);
        Assert.Equal("it is no notebook", (string?)json[1]!["notebooks"]![0]!["failure"]);
    }

    [Fact]
    public void Students_are_folders_else_file_names()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in (string[])["zoe.ipynb", "anna/b.ipynb", "anna/a.ipynb", "anna/.ipynb_checkpoints/a.ipynb", "notes.txt"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.WriteAllText(folder[file], "");
        }

        Directory.CreateDirectory(folder["originals"]);
        Directory.CreateDirectory(folder["empty"]);

        Assert.Equal(["anna", "anna", "zoe"], SubmissionFile.Find([folder.Folder], null).Select(f => f.Student));
        Assert.Contains("holds no .ipynb file",
            Assert.Throws<CommandException>(() => SubmissionFile.Find([folder["empty"]], null)).Message);
        Assert.Contains("is not there", Assert.Throws<CommandException>(() => SubmissionFile.Find([folder["nobody.ipynb"]], null)).Message);
        Assert.Contains("is not there",
            Assert.Throws<CommandException>(() => new OriginalSource(folder["nothing"], () => Stream.Null)).Message);
        Assert.Contains("has no notebook of this name",
            Assert.Single(SubmissionFile.Find([folder["zoe.ipynb"]], new(folder["originals"], () => Stream.Null))).Problem);
    }

    [Fact]
    public void A_students_folder_without_a_notebook_is_in_the_list()
    {
        using var folder = new TemporaryFolder();
        foreach (var student in (string[])["anna", "ben", ".git"]) Directory.CreateDirectory(folder[student]);
        File.WriteAllText(folder["anna/a.ipynb"], "");

        var files = SubmissionFile.Find([folder.Folder], null);

        Assert.Equal([("anna", null), ("ben", "the folder holds no .ipynb file")], files.Select(f => (f.Student, f.Problem)));
        File.WriteAllText(folder["zoe.ipynb"], ""); // now folders are no students but what notebooks bring along
        Assert.Equal(["anna", "zoe"], SubmissionFile.Find([folder.Folder], null).Select(f => f.Student));
    }

    private static GradedExercise Score(GradeMetadata grade, string source, params Output[] outputs)
    {
        var cell = ExerciseNotebook.Check(grade.Id, grade.Points, source);
        cell.Outputs = [.. outputs];
        return CellScore.Of(cell, grade, new CellReport(1, cell, CellOutcome.Ok, TimeSpan.Zero, null), "ticket");
    }

    private static readonly GradeMetadata FourPoints = new("a", IsGraded: true, IsSolution: false, IsTask: false, 4);

    [Theory]
    [InlineData("2.5", 2.5)]
    [InlineData("9", 4)]
    [InlineData("-1", 0)]
    [InlineData("NaN", 0)]
    [InlineData("fine", 4)]
    public void A_number_as_last_value_is_partial_credit(string value, double points) =>
        Assert.Equal(points, Score(FourPoints, "Points()", new ResultOutput(new MimeBundle { { "text/plain", value } }, 1)).Points);

    [Fact]
    public void All_reports_of_a_cell_count_and_none_without_its_ticket()
    {
        Output Report(string ticket, double points, string status)
        {
            var problem = points > 0 ? "null" : "\"bad\"";
            var report =
                $$"""{"ticket": "{{ticket}}", "points": {{points}}, "max_points": 2, "status": "{{status}}", "checks": [{"name": "c", "problem": {{problem}}}]}""";
            return new DisplayOutput(new MimeBundle { { "application/vnd.qiansi.exercise+json", report } });
        }

        var both = Score(FourPoints, "Exercise.Check", Report("ticket", 0, "wrong"), Report("ticket", 2, "done"));

        Assert.Equal((2.0, "wrong"), (both.Points!.Value, both.Status));
        Assert.Equal(["c: bad"], both.Problems);
        Assert.Equal("failed", Score(FourPoints, "Exercise.Check", Report("forged", 2, "done")).Status);
    }
}
