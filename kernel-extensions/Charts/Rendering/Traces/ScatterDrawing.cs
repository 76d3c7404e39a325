namespace Qiansi.Charts.Rendering.Traces;

/// <summary>Lines, markers, texts, areas and error bars.</summary>
internal sealed class ScatterDrawing(Trace trace, string color) : TraceDrawing(trace, color)
{
    private double[] _x = [], _y = [];

    /// <summary>The lower edge of a stacked area, in the order of the points; null when it is not stacked.</summary>
    public double[]? StackBase { get; set; }

    /// <summary>Coordinates along x.</summary>
    public double[] XValues => _x;

    /// <summary>Coordinates along y.</summary>
    public double[] YValues
    {
        get => _y;
        set => _y = value;
    }

    /// <summary>The line before it, to which its area may reach.</summary>
    public ScatterDrawing? Previous { get; set; }

    /// <summary>Number of points all lines of the figure have together.</summary>
    public int PointsOfFigure { get; set; }

    private string Mode => Trace.Text("mode")
        ?? (Trace.Text("stackgroup") is not null ? "lines" : Trace.CountOf("y") <= 20 ? "lines+markers" : "lines");

    private string? Fill => Trace.Text("fill") is { } fill and not "none" ? fill : StackBase is not null ? "tonexty" : null;

    private string LineColor => CssColor.Safe(Trace.Object("line").Text("color"))
        ?? CssColor.Safe(Trace.Object("marker").Text("color")) ?? Color;

    private string MarkerColor => CssColor.Safe(Trace.Object("marker").Text("color"))
        ?? CssColor.Safe(Trace.Object("line").Text("color")) ?? Color;

    private string? Dash => Trace.Object("line").Text("dash") switch
    {
        "dash" => "6 4",
        "dot" => "2 3",
        "dashdot" => "6 3 2 3",
        "longdash" => "10 5",
        "longdashdot" => "10 4 2 4",
        _ => null,
    };

    public override IEnumerable<LegendEntry> Legend
    {
        get
        {
            if (Name.Length == 0) return [];
            var symbol = Trace.Object("marker").TextAt("symbol", 0) ?? "circle";
            if (Mode.Contains("lines") && Mode.Contains("markers")) return [new(Name, LineColor, LegendMark.LineAndMarker, Dash, symbol)];
            if (Mode.Contains("markers")) return [new(Name, MarkerColor, LegendMark.Marker, null, symbol)];
            return [Fill is not null && !Mode.Contains("lines")
                ? new(Name, LineColor, LegendMark.Swatch) : new(Name, LineColor, LegendMark.Line, Dash)];
        }
    }

    public override ColorBar? ColorBar =>
        Trace.Object("marker") is { } marker && marker.Flag("showscale") is true && marker.Numbers("color") is { } numbers
        ? new(NumberColors.Of(marker, numbers, "c"), marker.Object("colorbar").Text("title"))
        : null;

    public override void Measure()
    {
        _x = Trace["x"] is null ? Steps("x", Trace.CountOf("y")) : X!.Coordinates(Trace["x"]);
        _y = Trace["y"] is null ? Steps("y", Trace.CountOf("x")) : Y!.Coordinates(Trace["y"]);
        var count = Math.Min(_x.Length, _y.Length);
        if (_x.Length != count) _x = _x[..count];
        if (_y.Length != count) _y = _y[..count];
    }

    /// <summary>Tells the axes the ranges, once areas are stacked.</summary>
    public void Include()
    {
        for (var i = 0; i < _x.Length; i++)
        {
            if (!double.IsFinite(_x[i]) || !double.IsFinite(_y[i])) continue;
            X!.Include(_x[i]);
            Y!.Include(_y[i]);
            if (ErrorBars.Ends(Trace.Object("error_y"), i, _y[i], Y) is { } up) Y.Include([up.Low, up.High]);
            if (ErrorBars.Ends(Trace.Object("error_x"), i, _x[i], X) is { } wide) X.Include([wide.Low, wide.High]);
        }

        if (Fill is "tozeroy") Y!.Include(Y.Coordinate(0.0));
        if (Fill is "tozerox") X!.Include(X.Coordinate(0.0));
        if (StackBase is not null) Y!.Include(StackBase);
        if (Mode.Contains("markers")) (X!.Padding, Y!.Padding) = (Math.Max(X.Padding, 0.035), Math.Max(Y.Padding, 0.06));
        else Y!.Padding = Math.Max(Y.Padding, 0.05);
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        if (_x.Length == 0) return;
        var most = Math.Clamp((int)((long)budget.LinePoints * _x.Length / Math.Max(1, PointsOfFigure)), 40, budget.LinePoints);
        var shown = Mode.Contains("lines") || Fill is not null ? Decimation.Choose(_x, _y, most) : [];
        if (Opacity is { } opacity) svg.Group(style: new SvgStyle(Opacity: opacity));
        if (Fill is not null) new AreaFill(this, X!, Y!).Draw(svg, shown, Fill, CssColor.Safe(Trace.Text("fillcolor")), LineColor);
        if (Mode.Contains("lines")) Line(svg, shown);
        ErrorBars.Draw(svg, Trace, _x, _y, X!, Y!, LineColor);
        var markers = new MarkerSet(Trace, _x, _y, X!, Y!, MarkerColor);
        if (Mode.Contains("markers")) markers.Draw(svg, budget, Words);
        else if (Mode.Contains("lines")) markers.DrawTargets(svg, budget, Words);
        if (Mode.Contains("text")) markers.DrawTexts(svg);
        if (Opacity is not null) svg.End();
        if (_x.Length > Decimation.Most)
            LeftOut = $"{(Name.Length > 0 ? Name + ": " : "")}{NumberText.Count(markers.Shown ?? shown.Length)} of "
                + $"{NumberText.Count(_x.Length)} points drawn, all extremes among them";
    }

    /// <summary>Runs of points without a gap, in pixels.</summary>
    public IEnumerable<List<(double X, double Y)>> Runs(int[] shown, double[] y)
    {
        var run = new List<(double X, double Y)>();
        var connects = Trace.Flag("connectgaps") is true;
        foreach (var i in shown)
        {
            if (double.IsFinite(_x[i]) && double.IsFinite(y[i]))
            {
                run.Add((X!.Pixel(_x[i]), Y!.Pixel(y[i])));
            }
            else if (!connects && run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0) yield return run;
    }

    private void Line(SvgWriter svg, int[] shown)
    {
        var line = Trace.Object("line");
        var path = string.Concat(Runs(shown, _y).Where(r => r.Count > 1)
            .Select(r => LineShapes.Path(r, line.Text("shape"), smoothing: line.Number("smoothing") ?? 1)));
        if (path.Length == 0) return;
        var style = new SvgStyle(Fill: "none", Stroke: LineColor, Width: line.Number("width") ?? (_x.Length > 2000 ? 1.25 : 2), Dash: Dash);
        svg.Raw("<g stroke-linejoin=\"round\" stroke-linecap=\"round\">").Path(path, style, Name.Length > 0 ? Name : null).Raw("</g>");
    }

    private string Words(int i)
    {
        var words = $"{X!.Words(_x[i])}, "
            + $"{Y!.Words(Trace["y"] is double[] own && Y.Kind == Axes.AxisKind.Linear && i < own.Length ? own[i] : _y[i])}";
        var text = Trace.TextAt("hovertext", i) ?? Trace.TextAt("text", i);
        return Hover(text is null ? words : $"{PlainWords.Line(text)}: {words}");
    }

    private double[] Steps(string letter, int count)
    {
        var (start, step) = (Trace.Number(letter + "0") ?? 0, Trace.Number("d" + letter) ?? 1);
        var axis = letter == "x" ? X! : Y!;
        return axis.Coordinates(Enumerable.Range(0, count).Select(i => start + i * step).ToArray());
    }
}
