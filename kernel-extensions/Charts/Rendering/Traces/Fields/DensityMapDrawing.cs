using Qiansi.Charts.Rendering.Traces.Bars;

namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Rectangles that count pairs of values: a heatmap of a histogram.</summary>
internal sealed class DensityMapDrawing(Trace trace, string color) : HeatmapDrawing(trace, color)
{
    public override bool MayLeaveOut => false;

    public override void Measure()
    {
        var (x, y) = (X!.Coordinates(Trace["x"]), Y!.Coordinates(Trace["y"]));
        var (columns, rows) = (BinsOf("x", X, x), BinsOf("y", Y, y));
        Z = [.. Enumerable.Range(0, rows.Count).Select(_ => new double[columns.Count])];
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (double.IsFinite(x[i]) && double.IsFinite(y[i]) && columns.IndexOf(x[i]) is >= 0 and var c
                && rows.IndexOf(y[i]) is >= 0 and var r) Z[r][c]++;
        }

        var total = Z.Sum(r => r.Sum());
        var factor = Trace.Text("histnorm") switch
        {
            "percent" => 100 / total,
            "probability" => 1 / total,
            "density" => 1 / (columns.Size * rows.Size),
            "probability density" => 1 / (total * columns.Size * rows.Size),
            _ => 1,
        };
        if (factor != 1 && total > 0) Z = Array.ConvertAll(Z, r => Array.ConvertAll(r, v => v * factor));
        Columns = [.. Enumerable.Range(0, columns.Count).Select(columns.Middle)];
        Lines = [.. Enumerable.Range(0, rows.Count).Select(rows.Middle)];
        X.Include([columns.Start, columns.Start + columns.Size * columns.Count]);
        Y.Include([rows.Start, rows.Start + rows.Size * rows.Count]);
        (X.IsTight, Y.IsTight) = (true, true);
    }

    protected override string Words(int row, int column) =>
        Hover($"around {X!.Words(Columns[column])}, {Y!.Words(Lines[row])}: {NumberText.Short(Z[row][column], 5)}");

    private Bins BinsOf(string letter, PlotAxis axis, double[] values) => axis.Kind == AxisKind.Category
        ? new Bins(-0.5, 1, (int)values.Where(double.IsFinite).DefaultIfEmpty(0).Max() + 1)
        : Bins.Of(values, Trace.Object(letter + "bins"), Trace.Number("nbins" + letter) ?? 24);
}
