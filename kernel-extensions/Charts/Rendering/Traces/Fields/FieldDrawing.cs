namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Rows of numbers over x and y: heatmaps and contours.</summary>
internal abstract class FieldDrawing(Trace trace, string color) : TraceDrawing(trace, color)
{
    private NumberColors? _colors;

    /// <summary>The numbers, row by row; rows have the same length, NaN where a number is missing.</summary>
    public double[][] Z { get; protected set; } = [];

    /// <summary>Coordinates of the columns' middles.</summary>
    public double[] Columns { get; protected set; } = [];

    /// <summary>Coordinates of the rows' middles.</summary>
    public double[] Lines { get; protected set; } = [];

    /// <summary>The colours of the numbers.</summary>
    public NumberColors Colors => _colors ??= NumberColors.Of(Trace, Z.SelectMany(r => r), "z");

    public override ColorBar? ColorBar =>
        Trace.Flag("showscale") is false || Z.Length == 0 ? null : new(Colors, Trace.Object("colorbar").Text("title"));

    public override IEnumerable<LegendEntry> Legend => [];

    public override bool MayLeaveOut => Trace.Rows("z") is { } rows && Math.Max(rows.Length, rows.Max(r => r.Length)) > 72;

    public override void Measure()
    {
        var rows = Trace.Rows("z") ?? [];
        var width = rows.Length == 0 ? 0 : rows.Max(r => r.Length);
        Z = Array.ConvertAll(rows, r => r.Length == width ? r : [.. r, .. Enumerable.Repeat(double.NaN, width - r.Length)]);
        if (Trace.Flag("transpose") is true) Z = [.. Enumerable.Range(0, width).Select(c => Z.Select(r => r[c]).ToArray())];
        if (Z.Length == 0) return;
        Columns = Places("x", X!, Z[0].Length);
        Lines = Places("y", Y!, Z.Length);
    }

    /// <summary>The edges between places: halfway, and as far beyond the first and last.</summary>
    protected static double[] Edges(double[] places)
    {
        if (places.Length == 1) return [places[0] - 0.5, places[0] + 0.5];
        var edges = new double[places.Length + 1];
        for (var i = 1; i < places.Length; i++) edges[i] = (places[i - 1] + places[i]) / 2;
        (edges[0], edges[^1]) = (places[0] - (edges[1] - places[0]), places[^1] + (places[^1] - edges[^2]));
        return edges;
    }

    private double[] Places(string letter, PlotAxis axis, int count)
    {
        if (Trace[letter] is null)
        {
            var (start, step) = (Trace.Number(letter + "0") ?? 0, Trace.Number("d" + letter) ?? 1);
            return axis.Coordinates(Enumerable.Range(0, count).Select(i => start + i * step).ToArray());
        }

        var places = axis.Coordinates(Trace[letter]);
        // One more place than cells: they are the edges.
        return places.Length == count + 1 ? [.. places.Zip(places.Skip(1), (a, b) => (a + b) / 2)] : places;
    }
}
