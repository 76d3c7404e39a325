using System.Text.Json.Nodes;
using Qiansi.Engine.Documents;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Tests.Exercises;
using Qiansi.Tool.Tests.Pages;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>A chapter's way: the teacher's notebook, the students' copy, what comes back, the scores.</summary>
public sealed class GradeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GradeTests() => ExerciseNotebook.Chapter().Save(_folder["chapter.ipynb"]);

    public void Dispose() => _folder.Dispose();

    private async Task<Notebook> StudentsCopy()
    {
        var made = await Nb("student", "chapter.ipynb");
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal("Wrote chapter.student.ipynb: 2 solutions taken out\n", made.Output);
        return Notebook.Load(_folder["chapter.student.ipynb"]);
    }

    private Task<NbResult> Nb(params string[] arguments) => NbProcess.RunAsync(_folder.Folder, arguments);

    private void HandIn(string student, Notebook work)
    {
        Directory.CreateDirectory(_folder["in"]);
        work.Save(_folder[$"in/{student}.ipynb"]);
    }

    [Fact]
    public async Task The_chapter_passes_its_own_checks_and_the_students_copy_fails_them_in_words()
    {
        var copy = await StudentsCopy();

        var solved = await Nb("grade", "chapter.ipynb");
        var open = await Nb("grade", "chapter.student.ipynb", "--source", "chapter.ipynb");
        var run = await Nb("run", "chapter.student.ipynb", "-o", "run.ipynb");

        Assert.Equal("chapter.ipynb: 4 of 4 points (100 %)\n  ✓ step-check    3 of 3\n  ✓ double-check  1 of 1\n", solved.Output);
        Assert.Equal("chapter.student.ipynb: 0 of 4 points (0 %)\n  ○ step-check    0 of 3  not done yet\n  ○ double-check  0 of 1  not done yet\n", open.Output);
        Assert.Equal((0, 0, 0), (solved.ExitCode, open.ExitCode, run.ExitCode));
        var check = Notebook.Load(_folder["run.ipynb"]).Cells[2];
        Assert.Equal(["Qiansi.Teaching.ExerciseException: step: not done yet (0 of 3 points)"], check.Failure()!.Traceback.Select(t => PlainText.Of(t)));
        var box = Assert.Single(check.Outputs.OfType<DisplayOutput>()).Data;
        Assert.Contains("Not done yet: fill in the stub", box["text/html"]);
        Assert.Contains("○ downhill", box["text/plain"]);
        Assert.Equal("not-done", (string?)JsonNode.Parse(box["application/vnd.qiansi.exercise+json"]!)!["status"]);
        Assert.Equal(2, (await Nb("student", "chapter.ipynb")).ExitCode); // a student's work may be in it
        Assert.Equal(5, copy.Cells.Count);
    }

    [Fact]
    public async Task What_comes_back_is_scored_by_the_originals_checks()
    {
        var right = await StudentsCopy();
        right.Cells[1].Source = "double Step(double w, double g) => w - 0.1 * g;";
        right.Cells[3].Source = "int Double(int n) => n + n;";
        HandIn("anna", right);

        var cheat = await StudentsCopyAgain();
        cheat.Cells[1].Source = "double Step(double w, double g) => w + 0.1 * g;";
        cheat.Cells[2].Source = "1";
        cheat.Cells[3].Source = "int Double(int n) => 8;"; // passes the check students see, not the hidden one
        HandIn("ben", cheat);

        var broken = await StudentsCopyAgain();
        broken.Cells[1].Source = "double Step(double w, double g) { Environment.FailFast(\"gone\"); return 0; }";
        broken.Cells[3].Source = "int Double(int n) => n * 2;"; // counts although the cell before it ended the kernel
        HandIn("cleo", broken);

        var slow = await StudentsCopyAgain();
        slow.Cells[1].Source = "double Step(double w, double g) { while (true) ; }";
        slow.Cells[3].Source = "int Double(int n) => n * ;";
        HandIn("dora", slow);
        File.WriteAllText(_folder["in/eve.ipynb"], "{");

        var result = await Nb("grade", "in", "--source", "chapter.ipynb", "--timeout", "10", "--csv", "out/scores.csv", "--json", "out/scores.json");

        Assert.Equal(2, result.ExitCode); // one could not be graded
        Assert.Contains("ben.ipynb: 1 of 4 points (25 %)\n", result.Output);
        Assert.Contains("downhill: Expected 0.8, got 1.2 (off by 0.4, allowed 1e-6).", result.Output);
        Assert.Contains("note: the check step-check was altered, the original's was run", result.Output);
        var rows = File.ReadAllLines(_folder["out/scores.csv"]);
        Assert.Equal("student,points,max_points,percent,manual_points,step-check,double-check,remarks", rows[0]);
        Assert.Equal("anna,4,4,100,0,3,1,", rows[1]);
        Assert.StartsWith("ben,1,4,25,0,1,0,", rows[2]);
        Assert.StartsWith("cleo,1,4,25,0,0,1,", rows[3]);
        Assert.Contains("ended the kernel", rows[3]);
        Assert.StartsWith("dora,0,4,0,0,0,0,", rows[4]);
        Assert.Contains("ran longer than it may", rows[4]);
        Assert.StartsWith("eve,0,0,,0,,,not graded: ", rows[5]);
        var checks = JsonNode.Parse(File.ReadAllText(_folder["out/scores.json"]))!["students"]![1]!["notebooks"]![0]!["exercises"]![0]!["checks"]!;
        Assert.Equal(["wrong", "holds", "wrong"], checks.AsArray().Select(c => (string?)c!["outcome"]));
    }

    private async Task<Notebook> StudentsCopyAgain()
    {
        File.Delete(_folder["chapter.student.ipynb"]);
        return await StudentsCopy();
    }
}
