namespace Qiansi.Charts.Rendering.Traces.Distributions;

/// <summary>Boxes and violins: values in groups, each group at a place along the other axis.</summary>
internal abstract class DistributionDrawing(Trace trace, string color) : TraceDrawing(trace, color)
{
    /// <summary>Width of a figure, in units of the axis of groups.</summary>
    public double Width { get; set; } = 0.6;

    /// <summary>How far its middle lies from its group's place.</summary>
    public double Offset { get; set; }

    /// <summary>Whether the figures lie.</summary>
    public bool IsHorizontal => Trace.Text("orientation") == "h" || Trace["orientation"] is null && Trace["y"] is null;

    /// <summary>The axis of groups.</summary>
    public PlotAxis GroupAxis => IsHorizontal ? Y! : X!;

    /// <summary>The axis of values.</summary>
    public PlotAxis ValueAxis => IsHorizontal ? X! : Y!;

    /// <summary>Colour of the outline.</summary>
    protected string Stroke => CssColor.Safe(Trace.Object("line").Text("color"))
        ?? CssColor.Safe(Trace.Object("marker").Text("color")) ?? Color;

    /// <summary>Colour of the inside; the outline's, thinned, when the trace says none.</summary>
    protected string? Fill => CssColor.Safe(Trace.Text("fillcolor"));

    /// <summary>The groups: place and sorted values.</summary>
    protected List<(double Place, double[] Values)> Groups { get; } = [];

    public override IEnumerable<LegendEntry> Legend => Name.Length == 0 ? [] : [new(Name, Stroke, LegendMark.Swatch)];

    private string GroupColumn => IsHorizontal ? "y" : "x";

    public override void Learn()
    {
        ValueAxis.Learn(Trace[IsHorizontal ? "x" : "y"]);
        // A trace without groups stands under its own name.
        GroupAxis.Learn(Trace[GroupColumn] ?? new string?[] { Trace.Name ?? "" });
    }

    public override void Measure()
    {
        var values = ValueAxis.Coordinates(Trace[IsHorizontal ? "x" : "y"]);
        if (Trace[GroupColumn] is null)
        {
            Add(GroupAxis.Kind == AxisKind.Category ? GroupAxis.Coordinate(Trace.Name ?? "") : 0, values);
        }
        else
        {
            var places = GroupAxis.Coordinates(Trace[GroupColumn]);
            var pairs = places.Zip(values).Where(p => double.IsFinite(p.First));
            foreach (var group in pairs.GroupBy(p => p.First).OrderBy(g => g.Key)) Add(group.Key, group.Select(g => g.Second));
        }

        foreach (var (_, sorted) in Groups) IncludeValues(sorted);
        ValueAxis.Padding = Math.Max(ValueAxis.Padding, 0.05);
    }

    /// <summary>Tells the axis of groups the range, once widths are known.</summary>
    public void IncludePlaces()
    {
        foreach (var (place, _) in Groups) GroupAxis.Include([place + Offset - Width / 2, place + Offset + Width / 2]);
    }

    /// <summary>Tells the axis of values what a group holds.</summary>
    protected abstract void IncludeValues(double[] sorted);

    /// <summary>A point of a figure: across its group, along its value.</summary>
    protected (double X, double Y) Point(double across, double value) =>
        IsHorizontal ? (X!.Pixel(value), Y!.Pixel(across)) : (X!.Pixel(across), Y!.Pixel(value));

    private void Add(double place, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length > 0) Groups.Add((place, sorted));
    }
}
