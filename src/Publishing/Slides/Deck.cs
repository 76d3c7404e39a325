using Qiansi.Documents;

namespace Qiansi.Publishing.Slides;

/// <summary>A cell on a slide.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Number">1-based place in the notebook.</param>
/// <param name="Step">0 when it is there from the start; cells of one step appear together, at the step-th key press.</param>
internal sealed record SlideCell(Cell Cell, int Number, int Step);

/// <summary>One slide.</summary>
internal sealed class Slide
{
    /// <summary>What stands on it, in order.</summary>
    public List<SlideCell> Cells { get; } = [];

    /// <summary>What the speaker reads.</summary>
    public List<SlideCell> Notes { get; } = [];
}

/// <summary>A notebook cut into slides: columns from left to right, each from top to bottom.</summary>
/// <param name="Columns">The columns; none is empty.</param>
internal sealed record Deck(IReadOnlyList<IReadOnlyList<Slide>> Columns)
{
    /// <summary>Cuts a notebook by its slideshow metadata, or by its headings when no cell has any.</summary>
    public static Deck Of(Notebook notebook)
    {
        var isPrepared = notebook.Cells.Any(c => SlideRoles.Given(c) is not null);
        var columns = new List<List<Slide>>();
        Slide? slide = null;
        var step = 0;
        foreach (var (index, cell) in notebook.Cells.Index())
        {
            var role = isPrepared ? SlideRoles.Given(cell) ?? SlideRole.Continue : SlideRoles.Implied(cell);
            if (role == SlideRole.Skip) continue;
            if (slide is null || role is SlideRole.Slide or SlideRole.Subslide)
            {
                slide = new Slide();
                step = 0;
                if (columns.Count == 0 || role != SlideRole.Subslide) columns.Add([]);
                columns[^1].Add(slide);
            }

            if (role == SlideRole.Fragment) step++;
            (role == SlideRole.Notes ? slide.Notes : slide.Cells).Add(new(cell, index + 1, step));
        }

        return new(columns);
    }
}
