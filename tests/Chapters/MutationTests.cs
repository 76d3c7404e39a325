using System.Text.Json.Nodes;
using Qiansi.Documents;

namespace Qiansi.Chapters;

/// <summary>
/// Claims can fail. Each chapter runs once, and before a cell that a mutation changes comes a detour: the changed cell and those after it,
/// up to the claim that has to fail; then the chapter goes on with the cell as it is, which puts the old definitions back. The last detour is
/// the end.
/// </summary>
public sealed class MutationTests
{
    private const int Fewest = 5;

    /// <summary>Chapters from before there were mutations.</summary>
    private static readonly string[] Exempt = ["01-cnn-backprop.ipynb"];

    public static TheoryData<string> Lessons => [.. Chapter.Lessons.Except(Exempt)];

    [Fact]
    public void A_mutation_belongs_to_a_chapter() => Assert.Empty(Mutation.Chapters.Except(Chapter.Lessons));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Lessons))]
    public async Task A_changed_line_turns_its_claim_red(string name)
    {
        var original = Chapter.Load(name).Notebook;
        var cells = original.Cells.Where(c => c.Kind == CellKind.Code).ToList();
        var mutations = Mutation.Of(name).Select(m => (Mutation: m, Cells: m.RangeIn(cells))).OrderBy(m => m.Cells.Start.Value).ToList();
        Assert.True(mutations.Count >= Fewest, $"{name} has {mutations.Count} mutations; at least {Fewest}.");

        var run = new Notebook { Metadata = original.Metadata };
        var detours = new List<(Mutation Mutation, Range Cells)>();
        var at = 0;
        foreach (var (mutation, range) in mutations)
        {
            run.Cells.AddRange(cells[at..range.Start].Select(c => Copy(c, c.Source)));
            at = range.Start.Value;
            var begin = run.Cells.Count;
            run.Cells.AddRange(cells[range].Select(c => Copy(c, c.Source.Replace(mutation.Find, mutation.Replace), "raises-exception")));
            detours.Add((mutation, begin..run.Cells.Count));
        }

        var folder = Directory.CreateTempSubdirectory("mutations ");
        try
        {
            run.Save(Path.Combine(folder.FullName, name));
            await Published.RunAsync(folder.FullName, "run", name, "--inplace");
            var executed = Notebook.Load(Path.Combine(folder.FullName, name)).Cells;
            Assert.Empty(detours.Select(d => Survivor(d.Mutation, executed[d.Cells])).OfType<string>());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Cell Copy(Cell cell, string source, params string[] tags) =>
        new(CellKind.Code, source) { Metadata = (JsonObject)cell.Metadata.DeepClone(), Tags = [.. cell.Tags, .. tags] };

    /// <summary>What happened instead of the claim's failure; null when it failed.</summary>
    private static string? Survivor(Mutation mutation, IReadOnlyList<Cell> cells)
    {
        var errors = cells.SelectMany(c => c.Outputs).OfType<ErrorOutput>().ToList();
        if (errors.Exists(e => e.Name.EndsWith("ClaimException", StringComparison.Ordinal) && e.Message.Contains(mutation.Red))) return null;
        var seen = errors.Count == 0 ? "no error" : string.Join("; ", errors.Select(e => $"{e.Name}: {e.Message}"));
        return $"{mutation.What}: '{mutation.Red}' did not fail, but {seen}";
    }
}
