namespace Qiansi.Charts.Rendering.Traces.Space;

/// <summary>Points and lines in space.</summary>
internal sealed class CloudShape
{
    /// <summary>Most points drawn.</summary>
    public const int Most = 500;

    private readonly Trace _trace;
    private readonly string _color;
    private readonly SpaceAxis _xAxis, _yAxis, _zAxis;
    private readonly double[] _x, _y, _z;

    public CloudShape(Trace trace, string color, SpaceAxis x, SpaceAxis y, SpaceAxis z)
    {
        (_trace, _xAxis, _yAxis, _zAxis, _color) = (trace, x, y, z, ColorOf(trace, color));
        var count = new[] { trace.CountOf("x"), trace.CountOf("y"), trace.CountOf("z") }.Min();
        (_x, _y, _z) = (x.Coordinates(trace["x"], count), y.Coordinates(trace["y"], count), z.Coordinates(trace["z"], count));
        x.Include(_x);
        y.Include(_y);
        z.Include(_z);
    }

    /// <summary>What is left out, in words.</summary>
    public string? LeftOut { get; private set; }

    /// <summary>The colour of a series of points.</summary>
    public static string ColorOf(Trace trace, string color) =>
        CssColor.Safe(trace.Object("marker").Text("color")) ?? CssColor.Safe(trace.Object("line").Text("color")) ?? color;

    /// <summary>Each point and each piece of line.</summary>
    public IEnumerable<SpacePart> Parts(Projection view, Traces.DrawingBudget budget)
    {
        var most = (int)(Most * Math.Min(1, budget.Scale));
        var chosen = Decimation.Choose(_x, _z, most);
        int[] shown = [.. chosen.Where(i => double.IsFinite(_x[i] + _y[i] + _z[i]))];
        if (chosen.Length < _x.Length)
            LeftOut = $"{NumberText.Count(chosen.Length)} of {NumberText.Count(_x.Length)} points drawn, all extremes among them";
        var mode = _trace.Text("mode") ?? "lines+markers";
        var marker = _trace.Object("marker");
        var numbers = marker.Numbers("color");
        var colors = numbers is null ? null : NumberColors.Of(marker!, numbers, "c");
        var isTitled = mode.Contains("markers") && budget.TakeTitles(shown.Length);
        for (var k = 0; k < shown.Length; k++)
        {
            var (at, depth) = Place(view, shown[k]);
            if (mode.Contains("lines") && k > 0)
            {
                var (before, depthBefore) = Place(view, shown[k - 1]);
                var width = SvgWriter.Number(_trace.Object("line").Number("width") ?? 2);
                yield return new SpacePart((depth + depthBefore) / 2 + 0.02,
                    $"<path d=\"M{N(before.X)},{N(before.Y)}L{N(at.X)},{N(at.Y)}\" stroke=\"{_color}\" stroke-opacity=\"1\" "
                        + $"stroke-width=\"{width}\" stroke-linecap=\"round\"/>");
            }

            if (!mode.Contains("markers")) continue;
            var color = colors is not null && shown[k] < numbers!.Length ? colors.At(numbers[shown[k]]).ToString() : _color;
            var words = $"{(_trace.Name is { Length: > 0 } name ? PlainWords.Line(name) + ": " : "")}{_xAxis.Words(_x[shown[k]])}, "
                + $"{_yAxis.Words(_y[shown[k]])}, {_zAxis.Words(_z[shown[k]])}";
            var title = isTitled ? $"<title>{MarkupText.Escape(words)}</title>" : "";
            var radius = SvgWriter.Number(Math.Clamp((marker.NumberAt("size", shown[k]) ?? 7) / 2, 1, 30));
            yield return new SpacePart(depth + 0.03,
                $"<circle cx=\"{N(at.X)}\" cy=\"{N(at.Y)}\" r=\"{radius}\" fill=\"{color}\" fill-opacity=\".9\">{title}</circle>");
        }
    }

    private ((double X, double Y), double Depth) Place(Projection view, int i)
    {
        var (x, y, z) = (_xAxis.Place(_x[i]), _yAxis.Place(_y[i]), _zAxis.Place(_z[i]));
        return (view.Place(x, y, z), view.Depth(x, y, z));
    }

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
