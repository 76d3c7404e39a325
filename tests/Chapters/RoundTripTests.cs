using System.Diagnostics;
using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Tool.Exercises;

namespace Qiansi.Chapters;

/// <summary>A chapter's way to students and back: every other exercise solved, the rest as it was handed out.</summary>
public sealed class RoundTripTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    public static TheoryData<string> Lessons => ChapterTests.Lessons;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Lessons))]
    public async Task Checks_of_a_students_copy_say_what_is_not_done_and_pass_where_the_solution_is_put_in(string name)
    {
        var original = Chapter.Load(name);
        var copy = Chapter.Load(name).Notebook;
        StudentCopy.Make(copy, name);
        Assert.DoesNotContain(copy.Cells, c => c.HasTag(StudentCopy.SolutionTag) || c.HasTag(StudentCopy.StubTag));
        Assert.All(GradeMetadata.OfAll(copy, name), p => Assert.Empty(p.Cell.Outputs));
        var solutions = GradeMetadata.OfAll(original.Notebook, name).Where(p => p.Grade.IsSolution).ToList();
        var solved = solutions.Where((_, i) => i % 2 == 0).ToDictionary(p => p.Grade.Id, p => p.Cell.Source);
        foreach (var (cell, grade) in GradeMetadata.OfAll(copy, name))
            if (solved.TryGetValue(grade.Id, out var source)) cell.Source = source;

        var folder = Directory.CreateTempSubdirectory("chapter ");
        try
        {
            copy.Save(Path.Combine(folder.FullName, name));
            var scores = await GradeAsync(folder.FullName, name, original.Path);
            var exercises = scores["students"]![0]!["notebooks"]![0]!["exercises"]!.AsArray();

            Assert.Equal(solutions.Count, exercises.Count);
            Assert.Empty(scores["students"]![0]!["notebooks"]![0]!["remarks"]!.AsArray());
            foreach (var (exercise, index) in exercises.Select((e, i) => (e!, i)))
                Assert.Equal((exercise["id"]!.ToString(), index % 2 == 0 ? "done" : "not-done"), (exercise["id"]!.ToString(), exercise["status"]!.ToString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs <c>nb grade</c> as a teacher would.</summary>
    private static async Task<JsonNode> GradeAsync(string folder, string name, string source)
    {
        var start = new ProcessStartInfo(Program(), ["grade", name, "--source", source, "--json", "scores.json", "--timeout", "300"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, await said + await complained);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "scores.json")))!;
    }

    /// <summary>The program as it is published, unless it was built since: chapters compute, which an unoptimised build does several times slower.</summary>
    private static string Program()
    {
        var name = OperatingSystem.IsWindows() ? "nb.exe" : "nb";
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var built = Path.Combine(Chapter.Root, "src", "Tool", "bin", output.Parent!.Name, output.Name, name);
        var published = Path.Combine(Chapter.Root, "artifacts", "nb", name);
        return File.Exists(published) && File.GetLastWriteTimeUtc(published) > File.GetLastWriteTimeUtc(Path.ChangeExtension(built, ".dll")) ? published : built;
    }
}
