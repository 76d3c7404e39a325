namespace Qiansi.Charts.Rendering.Traces.Parts;

/// <summary>What treemaps, sunbursts and icicles share: parts within parts, each with words for the pointer.</summary>
internal abstract class HierarchyDrawing(Trace trace, string[] colors) : TraceDrawing(trace, colors[0])
{
    private bool _isTitled;

    public override bool HasAxes => false;

    public override PlotlyObject? Domain => Trace.Object("domain");

    public override IEnumerable<LegendEntry> Legend => [];

    /// <summary>The whole.</summary>
    protected HierarchyPart Whole { get; private set; } = new("", 0);

    public override void Measure() => Whole = Hierarchy.Read(Trace, colors);

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        if (Whole.Value <= 0) return;
        var count = Hierarchy.All(Whole).Count();
        _isTitled = budget.TakeTitles(count);
        svg.Group(style: new SvgStyle(Stroke: Theme.Paper, Width: 1, Opacity: Opacity));
        DrawWhole(svg, area, budget.Cells * 2);
        svg.End();
    }

    /// <summary>Draws at most so many parts, and says in <see cref="TraceDrawing.LeftOut"/> how many are missing.</summary>
    protected abstract void DrawWhole(SvgWriter svg, Box area, int most);

    /// <summary>Words for the pointer.</summary>
    protected string? Words(HierarchyPart part) =>
        _isTitled ? $"{part.Label}: {NumberText.Short(part.Value, 5)} ({NumberText.Short(part.Value / Whole.Value * 100, 3)} %)" : null;

    /// <summary>
    /// How a part is painted, and the colour its name is read in: the deeper, the paler; the whole without a colour is faint ink.
    /// </summary>
    protected static (SvgStyle Style, string? Ink) Paint(HierarchyPart part)
    {
        if (part.Color == Hierarchy.Ink) return (new SvgStyle(Fill: Hierarchy.Ink, FillOpacity: 0.12), null);
        if (CssColor.Parse(part.Color) is not { } color) return (new SvgStyle(Fill: part.Color), null);
        var pale = color.Towards(new(255, 255, 255), Math.Clamp(0.2 * (part.Depth - 1), 0, 0.7));
        return (new SvgStyle(Fill: pale.ToString()), pale.TextOnTop.ToString());
    }
}
