namespace Qiansi.Charts.Rendering.Traces.Space;

/// <summary>All series of one scene, seen from its camera: what is farther is drawn first.</summary>
internal sealed class SceneDrawing(IReadOnlyList<(Trace Trace, string Color)> series, PlotlyObject? scene)
    : TraceDrawing(series[0].Trace, series[0].Color)
{
    private readonly SpaceAxis _x = new(scene.Object("xaxis"), "x"), _y = new(scene.Object("yaxis"), "y"),
        _z = new(scene.Object("zaxis"), "z");
    private readonly List<SurfaceShape> _surfaces = [];
    private readonly List<CloudShape> _clouds = [];

    public override bool HasAxes => false;

    public override PlotlyObject? Domain => scene.Object("domain");

    public override bool MayLeaveOut =>
        series.Any(s => s.Trace.Type != "scatter3d"
            ? s.Trace.Rows("z") is { } rows && Math.Max(rows.Length, rows.Max(r => r.Length)) > SurfaceShape.MostPlaces
            : s.Trace.CountOf("x") > CloudShape.Most);

    public override IEnumerable<LegendEntry> Legend =>
        series.Where(s => s.Trace.Type == "scatter3d" && s.Trace.Name is { Length: > 0 } && s.Trace.Flag("showlegend") is not false)
        .Select(s => new LegendEntry(PlainWords.Line(s.Trace.Name!), CloudShape.ColorOf(s.Trace, s.Color),
            s.Trace.Text("mode") is { } mode && mode.Contains("lines") ? LegendMark.Line : LegendMark.Marker));

    public override ColorBar? ColorBar => _surfaces.Find(s => s.Trace.Flag("showscale") is not false) is { } surface
        ? new(surface.Colors, surface.Trace.Object("colorbar").Text("title")) : null;

    public override void Measure()
    {
        foreach (var (trace, _) in series)
        {
            _x.Learn(trace["x"]);
            _y.Learn(trace["y"]);
            _z.Learn(trace["z"]);
        }

        foreach (var (trace, color) in series)
        {
            if (trace.Type == "surface") _surfaces.Add(new SurfaceShape(trace, _x, _y, _z));
            else _clouds.Add(new CloudShape(trace, color, _x, _y, _z));
        }

        foreach (var axis in new[] { _x, _y, _z }) axis.Settle();
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        var view = new Projection(scene, area);
        SpaceFrame.Draw(svg, view, _x, _y, _z);
        var places = (int)(SurfaceShape.MostPlaces * Math.Sqrt(Math.Min(1, budget.Scale / Math.Max(1, _surfaces.Count))));
        var parts = _surfaces.SelectMany(s => s.Parts(view, places)).Concat(_clouds.SelectMany(c => c.Parts(view, budget)))
            .OrderBy(p => p.Depth).ToList();
        svg.Raw("<g stroke=\"#000\" stroke-opacity=\".16\" stroke-width=\".5\" stroke-linejoin=\"round\">");
        foreach (var part in parts) svg.Raw(part.Markup);
        svg.Raw("</g>");
        LeftOut = _surfaces.Select(s => s.LeftOut).Concat(_clouds.Select(c => c.LeftOut)).FirstOrDefault(t => t is not null);
    }
}
