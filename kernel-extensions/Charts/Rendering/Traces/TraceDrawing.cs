namespace Qiansi.Charts.Rendering.Traces;

/// <summary>One series, drawn. First it tells the axes what it holds, then it is drawn between them.</summary>
internal abstract class TraceDrawing(Trace trace, string color)
{
    /// <summary>The series.</summary>
    public Trace Trace => trace;

    /// <summary>Its colour when it says none itself.</summary>
    public string Color => color;

    /// <summary>What the legend calls it; empty for a series without a name.</summary>
    public string Name => PlainWords.Line(trace.Name ?? "");

    /// <summary>Its x axis; null for series that have none.</summary>
    public PlotAxis? X { get; set; }

    /// <summary>Its y axis; null for series that have none.</summary>
    public PlotAxis? Y { get; set; }

    /// <summary>Whether it is drawn between axes.</summary>
    public virtual bool HasAxes => true;

    /// <summary>Opacity of the whole.</summary>
    public double? Opacity => trace.Number("opacity") is { } opacity and < 1 ? opacity : null;

    /// <summary>Tells the axes what kinds of values it holds.</summary>
    public virtual void Learn()
    {
        X!.Learn(trace["x"]);
        Y!.Learn(trace["y"]);
    }

    /// <summary>Tells the axes which values it holds.</summary>
    public abstract void Measure();

    /// <summary>Draws it between its axes.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="area">Where it lies.</param>
    /// <param name="budget">What the drawing may still hold.</param>
    public abstract void Draw(SvgWriter svg, Box area, DrawingBudget budget);

    /// <summary>What stands in the legend.</summary>
    public virtual IEnumerable<LegendEntry> Legend => Name.Length == 0 ? [] : [new(Name, color, LegendMark.Swatch)];

    /// <summary>The colours of its numbers, when a bar beside the plot shows them.</summary>
    public virtual ColorBar? ColorBar => null;

    /// <summary>The part of the figure it lies in when it has no axes; null for all of it.</summary>
    public virtual PlotlyObject? Domain => null;

    /// <summary>Whether it may be so large that something is left out, so that there must be room to say so.</summary>
    public virtual bool MayLeaveOut => Math.Max(trace.CountOf("x"), trace.CountOf("y")) > Values.Decimation.Most;

    /// <summary>What was left out of the drawing, in words; null when all is there.</summary>
    public string? LeftOut { get; protected set; }

    /// <summary>Words for the pointer.</summary>
    protected string Hover(string words) => Name.Length == 0 ? words : $"{Name}: {words}";
}
