using System.Text.Json;
using Qiansi.Documents;

namespace Qiansi.Chapters;

/// <summary>A line of a chapter changed so that one of its claims has to fail.</summary>
/// <param name="What">The change in words.</param>
/// <param name="Find">What is changed: a piece of code that the chapter has once.</param>
/// <param name="Replace">What stands there instead.</param>
/// <param name="Red">A piece of the claim that has to fail, which the chapter's code has once.</param>
internal sealed record Mutation(string What, string Find, string Replace, string Red)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private static string Folder => Path.Combine(Chapter.Root, "tests", "Chapters", "Mutations");

    /// <summary>The chapters that have mutations.</summary>
    public static IEnumerable<string> Chapters =>
        Directory.GetFiles(Folder, "*.json").Select(f => Path.ChangeExtension(Path.GetFileName(f), ".ipynb"));

    /// <summary>The mutations of a chapter.</summary>
    public static IReadOnlyList<Mutation> Of(string chapter) =>
        JsonSerializer.Deserialize<List<Mutation>>(File.ReadAllBytes(Path.Combine(Folder, Path.ChangeExtension(chapter, ".json"))), Names)!;

    /// <summary>The cells from the one that is changed to the one whose claim fails, both included.</summary>
    /// <param name="cells">The chapter's code cells.</param>
    public Range RangeIn(IReadOnlyList<Cell> cells)
    {
        var (first, last) = (PlaceOf(Find, cells), PlaceOf(Red, cells));
        Assert.True(first <= last, $"{What}: the claim '{Red}' stands before the cell that is changed.");
        Assert.Equal(1, cells[first].Source.Split(Find).Length - 1);
        return first..(last + 1);
    }

    private int PlaceOf(string text, IReadOnlyList<Cell> cells)
    {
        var places = Enumerable.Range(0, cells.Count).Where(i => cells[i].Source.Contains(text, StringComparison.Ordinal)).ToList();
        Assert.True(places.Count == 1, $"{What}: '{text}' stands in {places.Count} code cells of the chapter; it has to be in one.");
        return places[0];
    }
}
