using Qiansi.Charts.Films;
using Qiansi.Charts.Rendering;
using Qiansi.Contracts;

namespace Qiansi.Charts;

/// <summary>A chart in steps, with a slider and a button that plays them; it needs no script and no network.</summary>
public sealed class ChartFilm : IRendered
{
    internal ChartFilm(GenericChart background, IReadOnlyList<Trace> named, IReadOnlyList<FilmStep> steps) =>
        (Background, Named, Steps) = (background, named, steps);

    /// <summary>Number of steps.</summary>
    public int Count => Steps.Count;

    /// <summary>What all steps share, and the layout.</summary>
    internal GenericChart Background { get; }

    /// <summary>Series that stand in the legend and measure the axes, but are drawn by the steps.</summary>
    internal IReadOnlyList<Trace> Named { get; }

    /// <summary>The steps.</summary>
    internal IReadOnlyList<FilmStep> Steps { get; }

    MimeBundle IRendered.Bundle => new() { { "text/html", ToHtml() }, { "image/svg+xml", Last.ToSvg() }, { "text/plain", ToString() } };

    /// <summary>The film for a page of HTML.</summary>
    public string ToHtml() => FilmHtml.Write(this);

    /// <summary>The last step as a chart.</summary>
    public GenericChart Last => Steps.Count == 0
        ? Background
        : new([.. Background.Traces, .. Named, .. Named.Count > 0 ? [] : Steps.SelectMany(s => s.Adds),
            .. Steps[^1].Shows.Where(_ => Named.Count == 0)], Background.Layout, Background.Config);

    /// <summary>The film in words.</summary>
    public override string ToString() => $"A film of {Count} steps\n{Last}";
}
