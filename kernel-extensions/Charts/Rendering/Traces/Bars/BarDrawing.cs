namespace Qiansi.Charts.Rendering.Traces.Bars;

/// <summary>Bars; <see cref="BarPlaces"/> says where they stand among those of other series.</summary>
internal class BarDrawing(Trace trace, string color) : TraceDrawing(trace, color)
{
    /// <summary>Coordinates along the axis of keys.</summary>
    public double[] Keys { get; protected set; } = [];

    /// <summary>Lengths, along the axis of values.</summary>
    public double[] Lengths { get; protected set; } = [];

    /// <summary>Where each bar begins on the axis of values.</summary>
    public double[] Bases { get; set; } = [];

    /// <summary>Width of a bar in units of the axis of keys.</summary>
    public double Width { get; set; } = 0.8;

    /// <summary>How far its middle lies from the key.</summary>
    public double Offset { get; set; }

    /// <summary>Whether the bars lie.</summary>
    public virtual bool IsHorizontal =>
        Trace.Text("orientation") == "h" || Trace["orientation"] is null && Trace["y"] is string?[] && Trace["x"] is double[];

    /// <summary>The axis along which the bars stand beside each other.</summary>
    public PlotAxis KeyAxis => IsHorizontal ? Y! : X!;

    /// <summary>The axis along which they are long.</summary>
    public PlotAxis ValueAxis => IsHorizontal ? X! : Y!;

    private string Fill => CssColor.Safe(Trace.Object("marker").Text("color")) ?? Color;

    public override IEnumerable<LegendEntry> Legend => Name.Length == 0 ? [] : [new(Name, Fill, LegendMark.Swatch)];

    public override void Measure()
    {
        var (keyName, valueName) = IsHorizontal ? ("y", "x") : ("x", "y");
        Lengths = Trace[valueName] is double[] lengths ? lengths : ValueAxis.Coordinates(Trace[valueName]);
        Keys = Trace[keyName] is null
            ? [.. Enumerable.Range(0, Lengths.Length).Select(i => KeyAxis.Coordinate((double)i))] : KeyAxis.Coordinates(Trace[keyName]);
        if (Keys.Length != Lengths.Length)
            (Keys, Lengths) = (Keys[..Math.Min(Keys.Length, Lengths.Length)], Lengths[..Math.Min(Keys.Length, Lengths.Length)]);
        Bases = [.. Lengths.Select((_, i) => Trace.NumberAt("base", i) ?? 0)];
    }

    /// <summary>Tells the axes the ranges, once the places are known.</summary>
    public virtual void Include()
    {
        ValueAxis.StartsAtZero = true;
        ValueAxis.Padding = Math.Max(ValueAxis.Padding, 0.06);
        if (ValueAxis.Kind == AxisKind.Linear) ValueAxis.Include(0);
        for (var i = 0; i < Keys.Length; i++)
        {
            KeyAxis.Include([Keys[i] + Offset - Width / 2, Keys[i] + Offset + Width / 2]);
            ValueAxis.Include([End(Bases[i]), End(Bases[i] + Lengths[i])]);
            if (ErrorBars.Ends(Trace.Object(IsHorizontal ? "error_x" : "error_y"), i, End(Bases[i] + Lengths[i]), ValueAxis) is { } ends)
                ValueAxis.Include([ends.Low, ends.High]);
        }
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        int[] shown = [.. Enumerable.Range(0, Keys.Length).Where(i => double.IsFinite(Keys[i]) && double.IsFinite(Lengths[i]))];
        if (shown.Length > budget.Dots)
        {
            LeftOut = $"{NumberText.Count(budget.Dots)} of {NumberText.Count(shown.Length)} bars drawn";
            shown = [.. Enumerable.Range(0, budget.Dots).Select(k => shown[(int)((long)k * shown.Length / budget.Dots)])];
        }

        var gap = Gap;
        if (shown.Length > budget.Cells) DrawAsOne(svg, shown, gap);
        else DrawEach(svg, shown, gap, budget.TakeTitles(shown.Length));
        var ends = Lengths.Select((l, i) => End(Bases[i] + l)).ToArray();
        var middles = Keys.Select(k => k + Offset).ToArray();
        ErrorBars.Draw(svg, Trace, IsHorizontal ? ends : middles, IsHorizontal ? middles : ends, X!, Y!, "currentColor");
        if (shown.Length <= 80) BarTexts.Draw(svg, this, shown, Fill);
    }

    /// <summary>A bar as left, top, width and height in pixels.</summary>
    public (double Left, double Top, double Width, double Height) Rectangle(int i, double gap)
    {
        var (from, to) = (KeyAxis.Pixel(Keys[i] + Offset - Width / 2), KeyAxis.Pixel(Keys[i] + Offset + Width / 2));
        var (start, end) = (ValueAxis.Pixel(End(Bases[i])), ValueAxis.Pixel(End(Bases[i] + Lengths[i])));
        var thickness = Math.Max(0.5, Math.Abs(to - from) - gap);
        var middle = (from + to) / 2;
        return IsHorizontal
            ? (Math.Min(start, end), middle - thickness / 2, Math.Abs(end - start), thickness)
            : (middle - thickness / 2, Math.Min(start, end), thickness, Math.Abs(end - start));
    }

    /// <summary>Words of a bar for the pointer.</summary>
    protected virtual string Words(int i) => $"{KeyAxis.Words(Keys[i])}: {NumberText.Short(Lengths[i], 5)}";

    /// <summary>Pixels between bars that would touch.</summary>
    protected virtual double Gap => 0;

    private double End(double value) => ValueAxis.Kind switch
    {
        // A bar on a logarithmic axis has no zero to stand on: it stands on the frame.
        AxisKind.Log => value > 0 ? Math.Log10(value) : Math.Min(ValueAxis.Min, ValueAxis.Max),
        AxisKind.Category => ValueAxis.Coordinate(value),
        _ => value,
    };

    private void DrawEach(SvgWriter svg, int[] shown, double gap, bool isTitled)
    {
        var marker = Trace.Object("marker");
        var numbers = marker.Numbers("color");
        var colors = numbers is null ? null : NumberColors.Of(marker!, numbers, "c");
        svg.Group(style: new SvgStyle(Fill: Fill, Opacity: Opacity ?? marker.Number("opacity")));
        foreach (var i in shown)
        {
            var (left, top, width, height) = Rectangle(i, gap);
            var own = colors is not null && i < numbers!.Length
                ? colors.At(numbers[i]).ToString() : marker?["color"] is string?[]? CssColor.Safe(marker.TextAt("color", i)) : null;
            svg.Rect(left, top, width, Math.Max(height, 0), own is null ? null : new SvgStyle(Fill: own), 0,
                isTitled ? Hover(Words(i)) : null);
        }

        svg.End();
    }

    private void DrawAsOne(SvgWriter svg, int[] shown, double gap)
    {
        var path = string.Concat(shown.Select(i =>
        {
            var (left, top, width, height) = Rectangle(i, gap);
            return $"M{N(left)},{N(top)}h{N(width)}v{N(height)}h{N(-width)}z";
        }));
        svg.Path(path, new SvgStyle(Fill: Fill, Opacity: Opacity), Name.Length > 0 ? Name : null);
    }

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
