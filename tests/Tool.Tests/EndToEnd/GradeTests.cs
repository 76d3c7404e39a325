using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Tests.Exercises;

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
        Assert.Equal("chapter.student.ipynb: 0 of 4 points (0 %)\n  ○ step-check    0 of 3  not done yet\n  ○ double-check "
            + " 0 of 1  not done yet\n", open.Output);
        Assert.Equal((0, 0, 0), (solved.ExitCode, open.ExitCode, run.ExitCode));
        var check = Notebook.Load(_folder["run.ipynb"]).Cells[2];
        Assert.Equal(["Qiansi.Teaching.ExerciseException: step: not done yet (0 of 3 points)"],
            check.Failure()!.Traceback.Select(t => PlainText.Of(t)));
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

        var result = await Nb(
            "grade", "in", "--source", "chapter.ipynb", "--timeout", "10", "--csv", "out/scores.csv", "--json", "out/scores.json");

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
        var checks = JsonNode.Parse(File.ReadAllText(_folder["out/scores.json"]))![
            "students"]![1]!["notebooks"]![0]!["exercises"]![0]!["checks"]!;
        Assert.Equal(["wrong", "holds", "wrong"], checks.AsArray().Select(c => (string?)c!["outcome"]));
    }

    [Theory]
    [InlineData("""
        static class Expect { public static Expectation Close(string n, double e, Func<double> a) => Qiansi.Teaching.Expect.True(n, () => true); }
        static class Exercise { public static void Check(string id, params Expectation[] checks) { } }
        """, "a cell declares 'Expect', a name of the checks")]
    [InlineData("""
        var yes = Expect.True("a", () => true);
        namespace Qiansi.Teaching { public static class GradedExercise { public static void Check(string t, string id, params Expectation[] checks) { } } }
        """, "a cell declares 'Qiansi', a name of the checks")]
    [InlineData("""
        struct Any { public static implicit operator Any(int n) => new(); public override bool Equals(object? other) => true; public override int GetHashCode() => 0; }
        Any Double(int n) => new();
        """, "Double is Any(int), where the stub says int(int)")]
    [InlineData("""
        int Double(int n)
        {
            var result = new ExerciseResult("double", [new CheckResult("of four", 100, CheckOutcome.Holds, null, null)]);
            Exercise.Show(result);
            try { Exercise.Check("double", Expect.True("of four", () => true).Worth(100)); } catch (Exception) { }
            display(HTML("<b>solved</b>"));
            return 0;
        }
        AppDomain.CurrentDomain.FirstChanceException += (_, e) =>
        {
            if (e.Exception is ExerciseException x) Exercise.Show(x.Result with { Checks = [new CheckResult("of four", 100, CheckOutcome.Holds, null, null)] });
        };
        """, null)]
    public async Task What_a_submission_declares_or_shows_earns_nothing(string cheat, string? remark)
    {
        var original = ExerciseNotebook.Of(
            ExerciseNotebook.Stub("int Double(int n) => Exercise.NotDone<int>();"),
            ExerciseNotebook.Solution("double", "int Double(int n) => 2 * n;", "solution"),
            ExerciseNotebook.Check("double-check", 2, "Exercise.Check(\"double\", Expect.Equal(\"of four\", 8, () => Double(4)));"));
        original.Save(_folder["one.ipynb"]);
        var submission = ExerciseNotebook.Of(
            ExerciseNotebook.Solution("double", cheat.Contains("Double(int", StringComparison.Ordinal) ? cheat
                : "int Double(int n) => 0;\n" + cheat),
            ExerciseNotebook.Check("double-check", 2, original.Cells[2].Source));
        HandIn("cheat", submission);

        var result = await Nb("grade", "in/cheat.ipynb", "--source", "one.ipynb");

        Assert.True(result.Output.StartsWith("in/cheat.ipynb: 0 of 2 points (0 %)\n", StringComparison.Ordinal), result.Output);
        Assert.Contains(remark ?? "of four: Expected 8, got 0", result.Output);
    }

    [Fact]
    public async Task The_students_own_error_is_shown_and_the_command_line_tells_the_submission_nothing()
    {
        var original = ExerciseNotebook.Chapter();
        var work = await StudentsCopy();
        work.Metadata["kernelspec"] = new JsonObject { ["name"] = "no-such-kernel", ["language"] = "python" };
        work.Cells[1].Source = "double Step(double w, double g) => w - 0.1 * ;";
        work.Cells[3].Source = """
            int Double(int n) => 2 * n;
            var parent = File.ReadLines("/proc/self/status").First(l => l.StartsWith("PPid:")).Split('\t')[1];
            File.WriteAllText("seen.txt", "seen " + File.ReadAllText($"/proc/{parent}/cmdline").Replace('\0', ' '));
            """;
        HandIn("anna", work);
        var tasks = ExerciseNotebook.Essay("plot", 5, "Draw it.");
        (tasks.Metadata["nbgrader"]!["task"], tasks.Metadata["nbgrader"]!["grade"], tasks.Metadata["nbgrader"]!["solution"]) =
            (true, false, false);
        original.Cells.Add(tasks);
        original.Cells[5].Source += "\nExercise.Check(\"negative\", Expect.Equal(\"of minus one\", -3, () => Double(-1)));";
        original.Save(_folder["chapter.ipynb"]);

        var result = await Nb("grade", "in", "--source", "chapter.ipynb");

        Assert.StartsWith("in/anna.ipynb: 0.5 of 4 points (13 %), 5 more for a person to give\n", result.Output);
        Assert.Contains("✗ step-check    0 of 3  the answer step: Cell 1 (1,46): error CS1525", result.Output);
        Assert.Contains("? plot          to be read, 5 points", result.Output);
        Assert.Contains("note: the notebook names the kernel 'no-such-kernel'; the original's was used", result.Output);
        if (!OperatingSystem.IsLinux()) return;
        var seen = File.ReadAllText(_folder["in/seen.txt"]);
        Assert.StartsWith("seen ", seen);
        Assert.DoesNotContain("chapter", seen);
    }

    [Fact]
    public async Task Open_exercises_are_listed_with_their_rubric_and_a_teachers_points_are_counted()
    {
        var original = ExerciseNotebook.Chapter();
        original.Cells.Add(new(CellKind.Markdown,
            "### Exercise 9 ★★★: a step of your own\n\n*Rubric:* it goes downhill (4 points); why, in a sentence (2).")
        { Id = "open" });
        original.Save(_folder["chapter.ipynb"]);
        var anna = await StudentsCopy();
        anna.Cells.Add(new(CellKind.Code, "double Longer(double w, double g) => w - g;"));
        HandIn("anna", anna);
        HandIn("ben", await StudentsCopyAgain());

        var asked = await Nb("grade", "in", "--source", "chapter.ipynb", "--points", "points.csv");
        var form = File.ReadAllText(_folder["points.csv"]);
        File.WriteAllText(_folder["points.csv"], form.Replace(",4,,", ",4,3.5,").Replace(",2,,", ",2,1,"));
        var given = await Nb("grade", "in", "--source", "chapter.ipynb", "--points", "points.csv", "--csv", "scores.csv");

        Assert.Equal((0, 0), (asked.ExitCode, given.ExitCode));
        Assert.Contains("? exercise-9    to be read, 6 points\n      Exercise 9 : a step of your own\n      1. it goes downhill (4)\n",
            asked.Output);
        Assert.Contains($"in cell {anna.Cells.Count} (code): double Longer(double w, double g) => w - g;", asked.Output);
        Assert.Contains("○ exercise-9    nothing written, 6 points", asked.Output);
        Assert.Contains("Wrote points.csv", asked.Output);
        Assert.Equal(3, form.TrimEnd().Split('\n').Length);
        Assert.Contains("• exercise-9    4.5 of 6\n", given.Output);
        Assert.StartsWith("anna,4.5,10,45,0,0,0,4.5,", File.ReadAllLines(_folder["scores.csv"])[1]);
    }

    private async Task<Notebook> StudentsCopyAgain()
    {
        File.Delete(_folder["chapter.student.ipynb"]);
        return await StudentsCopy();
    }
}
