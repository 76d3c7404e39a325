using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Tool.Exercises;

namespace Qiansi.Chapters;

/// <summary>A chapter's way to students and back: every other exercise solved, the rest as it was handed out.</summary>
public sealed class RoundTripTests
{
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
            string[] grade = ["grade", name, "--source", original.Path, "--json", "scores.json", "--timeout", "300"];
            await Published.RunAsync(folder.FullName, grade);
            var scores = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "scores.json")))!;
            // Open exercises, with their rubrics, are the teacher's to judge.
            var (checks, open) = (new List<JsonNode>(), new List<JsonNode>());
            foreach (var exercise in scores["students"]![0]!["notebooks"]![0]!["exercises"]!.AsArray())
                (exercise!["rubric"] is null ? checks : open).Add(exercise);

            Assert.Equal(solutions.Count, checks.Count);
            Assert.All(open, e => Assert.NotEmpty(e["rubric"]!["rows"]!.AsArray()));
            Assert.Empty(scores["students"]![0]!["notebooks"]![0]!["remarks"]!.AsArray());
            foreach (var (exercise, index) in checks.Select((e, i) => (e, i)))
                Assert.Equal((exercise["id"]!.ToString(), index % 2 == 0 ? "done" : "not-done"),
                    (exercise["id"]!.ToString(), exercise["status"]!.ToString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
