using Qiansi.Charts.Rendering.Traces;

namespace Qiansi.Charts.Rendering.Layout;

/// <summary>Finds the plots of a figure and the cells of its grid that they lie in.</summary>
internal sealed class PlotSet
{
    private readonly PlotlyObject? _grid;
    private readonly bool _isCoupled;

    public PlotSet(Charts.Layout layout, IReadOnlyList<TraceDrawing> traces, AxisSet axes)
    {
        _grid = layout.Object("grid");
        _isCoupled = _grid.Text("pattern") == "coupled";
        (Rows, Columns) = ((int)Math.Clamp(_grid.Number("rows") ?? 1, 1, 60), (int)Math.Clamp(_grid.Number("columns") ?? 1, 1, 60));
        foreach (var trace in traces.Where(t => t.X is not null)) Add(trace, axes);
        if (Plots.Count == 0 && traces.All(t => t.HasAxes)) Plots.Add(new Plot(axes.Get("x"), axes.Get("y"), 0, 0));
        foreach (var axis in axes.All.Where(a => a.Max == a.Min)) axis.Settle();
    }

    /// <summary>Rows of the grid.</summary>
    public int Rows { get; }

    /// <summary>Columns of the grid.</summary>
    public int Columns { get; }

    /// <summary>The plots.</summary>
    public List<Plot> Plots { get; } = [];

    /// <summary>The cell of a series without axes: a pie, a figure in space.</summary>
    public (int Row, int Column) CellOf(PlotlyObject? domain)
    {
        if (domain is null || Rows * Columns == 1) return (0, 0);
        if (domain.Number("row") is { } row && domain.Number("column") is { } column) return ((int)row, (int)column);
        if (domain.Numbers("x") is not [var x0, var x1] || domain.Numbers("y") is not [var y0, var y1]) return (0, 0);
        return (Math.Clamp((int)((1 - (y0 + y1) / 2) * Rows), 0, Rows - 1), Math.Clamp((int)((x0 + x1) / 2 * Columns), 0, Columns - 1));
    }

    private void Add(TraceDrawing trace, AxisSet axes)
    {
        var (x, y) = (Base(trace.X!, axes), Base(trace.Y!, axes));
        var plot = Plots.Find(p => p.X == x && p.Y == y);
        if (plot is null)
        {
            var (row, column) = Cell(x, y);
            Plots.Add(plot = new Plot(x, y, row, column));
        }

        foreach (var axis in new[] { trace.X!, trace.Y! })
            if (axis != x && axis != y && !plot.Overlays.Contains(axis)) plot.Overlays.Add(axis);
    }

    /// <summary>The axis an overlay lies over.</summary>
    private static PlotAxis Base(PlotAxis axis, AxisSet axes)
    {
        if (axis.Attributes.Text("overlaying") is not { Length: > 0 } other || other == axis.Id || other[0] != axis.Id[0]) return axis;
        var below = axes.Get(other);
        if (below.Max == below.Min) below.Settle();
        return below;
    }

    private (int, int) Cell(PlotAxis x, PlotAxis y)
    {
        if (Rows * Columns == 1) return (0, 0);
        var row = _isCoupled ? Number(y) : Number(x) / Columns;
        if (_grid.Text("roworder") == "bottom to top") row = Rows - 1 - row;
        return (Math.Clamp(row, 0, Rows - 1), Math.Clamp(_isCoupled ? Number(x) : Number(x) % Columns, 0, Columns - 1));
    }

    private static int Number(PlotAxis axis) =>
        axis.Id.Length == 1 ? 0 : int.Parse(axis.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1;
}
