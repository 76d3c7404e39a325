using System.Text.Json.Nodes;
using Qiansi.Documents;

namespace Qiansi.Publishing.Slides;

/// <summary>What a cell is to a deck: Jupyter's <c>slideshow.slide_type</c>.</summary>
internal enum SlideRole
{
    /// <summary>Stands on the slide before it.</summary>
    Continue,

    /// <summary>Begins a slide to the right.</summary>
    Slide,

    /// <summary>Begins a slide below.</summary>
    Subslide,

    /// <summary>Appears on the slide at a key press.</summary>
    Fragment,

    /// <summary>Is left out.</summary>
    Skip,

    /// <summary>Is what the speaker reads.</summary>
    Notes,
}

/// <summary>Reads roles from cells.</summary>
internal static class SlideRoles
{
    /// <summary>The role a cell's metadata gives it, or null when it gives none.</summary>
    public static SlideRole? Given(Cell cell) =>
        cell.Metadata["slideshow"] is JsonObject slideshow && slideshow["slide_type"] is JsonValue value
        && value.TryGetValue(out string? type)
            ? type switch
            {
                "slide" => SlideRole.Slide,
                "subslide" => SlideRole.Subslide,
                "fragment" => SlideRole.Fragment,
                "skip" => SlideRole.Skip,
                "notes" => SlideRole.Notes,
                _ => null,
            }
            : null;

    /// <summary>The role a cell has in a notebook that was not prepared for slides: headings of the first two levels begin slides,
    /// the third begins one below.</summary>
    public static SlideRole Implied(Cell cell)
    {
        if (cell.Kind != CellKind.Markdown) return SlideRole.Continue;
        var level = cell.Source.AsSpan().TrimStart().IndexOfAnyExcept('#');
        return level is 1 or 2 or 3 && cell.Source.AsSpan().TrimStart()[level] == ' '
            ? level == 3 ? SlideRole.Subslide : SlideRole.Slide : SlideRole.Continue;
    }
}
