using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Publishing.Slides;

namespace Qiansi.Publishing.Tests.Slides;

public sealed class DeckTests
{
    [Fact]
    public void Metadata_makes_columns_stacks_steps_and_notes() =>
        Assert.Equal("[a b+1 c+1 d+2 | e (n)] [g]", Outline(
            Cell("a", "-"), Cell("b", "fragment"), Cell("c"), Cell("d", "fragment"), Cell("e", "subslide"), Cell("n", "notes"),
            Cell("x", "skip"), Cell("g", "slide")));

    [Fact]
    public void Without_metadata_headings_begin_slides() =>
        Assert.Equal("[# t] [## one code | ### deep] [## two ####no #also-no]", Outline(
            Text("# t"), Text("## one"), Code("code"), Text("### deep"), Text("## two"), Text("####no"), Text("#also-no")));

    [Fact]
    public void A_subslide_at_the_start_begins_a_column() => Assert.Equal("[a]", Outline(Cell("a", "subslide")));

    [Fact]
    public void Unknown_types_and_other_shapes_of_metadata_mean_nothing()
    {
        var odd = Text("odd");
        odd.Metadata["slideshow"] = new JsonArray(1);
        Assert.Equal("[a odd b]", Outline(Cell("a", "slide"), odd, Cell("b", "banner")));
    }

    private static Cell Text(string text) => new(CellKind.Markdown, text);

    private static Cell Code(string text) => new(CellKind.Code, text);

    private static Cell Cell(string text, string? type = null)
    {
        var cell = Text(text);
        if (type is not null) cell.Metadata["slideshow"] = new JsonObject { ["slide_type"] = type };
        return cell;
    }

    /// <summary>Columns in brackets, slides between bars, a step after a plus, notes in parentheses.</summary>
    private static string Outline(params Cell[] cells)
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange(cells);
        return string.Join(' ', Deck.Of(notebook).Columns.Select(c => $"[{string.Join(" | ", c.Select(Of))}]"));

        static string Of(Slide slide) =>
            string.Join(' ', slide.Cells.Select(c => c.Cell.Source + (c.Step > 0 ? $"+{c.Step}" : ""))
                .Concat(slide.Notes.Select(n => $"({n.Cell.Source})")));
    }
}
