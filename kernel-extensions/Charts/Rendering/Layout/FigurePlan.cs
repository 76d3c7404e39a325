using Qiansi.Charts.Rendering.Traces;

namespace Qiansi.Charts.Rendering.Layout;

/// <summary>Gives title, legend, plots, colour bars and notes of a figure their places.</summary>
internal sealed class FigurePlan
{
    private const double Edge = 8, TitleSize = 15, NoteHeight = 18;

    private readonly string[] _title;
    private readonly Legend? _legend;
    private readonly IReadOnlyList<TraceDrawing> _traces;
    private readonly PlotSet _set;
    private readonly Box[,] _cells;
    private readonly List<(ColorBar Bar, double Left, Box Area)> _bars = [];
    private readonly double _legendTop;

    public FigurePlan(Charts.Layout layout, IReadOnlyList<TraceDrawing> traces, AxisSet axes)
    {
        _traces = traces;
        _set = new PlotSet(layout, traces, axes);
        Width = Math.Clamp(layout.Number("width") ?? (_set.Columns > 1 ? 800 : 680), 120, 4000);
        Height = Math.Clamp(layout.Number("height") ?? (_set.Rows > 1 ? 90 + 230 * _set.Rows : _set.Columns > 1 ? 320 : 400), 100, 4000);
        _title = layout.Title is { Length: > 0 } title ? PlainWords.Lines(title) : [];
        _legend = Legend.Of(layout, traces, Width);
        var top = Edge + (_title.Length > 0 ? _title.Length * 20 + 6 : 0);
        _legendTop = top;
        if (_legend?.IsAbove is true) top += _legend.Space;
        var notes = traces.Where(t => t.MayLeaveOut).DistinctBy(t => t.Name).Count();
        var whole = new Box(Edge, top, Width - Edge - (_legend?.IsAbove is false ? _legend.Space : 0),
            Height - Edge - Math.Min(notes, 3) * NoteHeight);
        _cells = new GridOfCells(_set, traces, layout, whole).Cells;
        foreach (var plot in _set.Plots) plot.Lay(_cells[plot.Row, plot.Column]);
        PlaceBars();
        Whole = new Box(_cells[0, 0].Left, _cells[0, 0].Top, _cells[0, _set.Columns - 1].Right, _cells[_set.Rows - 1, 0].Bottom);
    }

    /// <summary>Width of the figure.</summary>
    public double Width { get; }

    /// <summary>Height of the figure.</summary>
    public double Height { get; }

    /// <summary>From the first plot to the last: what figures call paper.</summary>
    public Box Whole { get; }

    /// <summary>The plots.</summary>
    public IReadOnlyList<Plot> Plots => _set.Plots;

    /// <summary>Where a series is drawn.</summary>
    public Box AreaOf(TraceDrawing trace) =>
        _set.Plots.Find(p => p.Axes.Contains(trace.X) && p.Axes.Contains(trace.Y)) is { } plot ? plot.Area : AreaOf(trace.Domain);

    /// <summary>
    /// The place of a point of the paper: within the cell whose part of the paper it is, so that titles stay above their plots.
    /// </summary>
    public (double X, double Y) OnPaper(double x, double y)
    {
        if (_set.Rows * _set.Columns == 1) return (Whole.Left + x * Whole.Width, Whole.Bottom - y * Whole.Height);
        var column = Math.Clamp((int)(x * _set.Columns), 0, _set.Columns - 1);
        var row = Math.Clamp((int)Math.Round((1 - y) * _set.Rows), 0, _set.Rows - 1);
        return (_cells[row, column].CenterX, _cells[row, column].Top - 4);
    }

    /// <summary>Writes the title.</summary>
    public void DrawTitle(SvgWriter svg)
    {
        for (var i = 0; i < _title.Length; i++)
            svg.Text(Whole.Left, Edge + TitleSize + i * 20, _title[i], size: i == 0 ? TitleSize : 12.5, weight: i == 0 ? "600" : null,
                opacity: i == 0 ? null : 0.85);
    }

    /// <summary>Draws legend, colour bars and notes.</summary>
    public void DrawAround(SvgWriter svg)
    {
        _legend?.Draw(svg, _legend.IsAbove ? Whole.Left : Width - Edge - _legend.Space + 14, _legend.IsAbove ? _legendTop : Whole.Top);
        foreach (var (bar, left, area) in _bars) bar.Draw(svg, left, area.Top, area.Bottom);
        var notes = _traces.Where(t => t.LeftOut is not null).DistinctBy(t => t.Name).Select(t => t.LeftOut!).ToArray();
        if (notes.Length > 3) notes = [notes[0], notes[1], $"and {notes.Length - 2} more series likewise"];
        for (var i = 0; i < notes.Length; i++)
            svg.Text(Width - Edge, Height - Edge - 3 - (notes.Length - 1 - i) * NoteHeight, notes[i], "end", 11, opacity: 0.75);
    }

    private Box AreaOf(PlotlyObject? domain)
    {
        var (row, column) = _set.CellOf(domain);
        var cell = _cells[row, column];
        if (_set.Rows * _set.Columns > 1 || domain?.Numbers("x") is not [var x0, var x1] || domain.Numbers("y") is not [var y0, var y1])
            return cell;
        return new Box(cell.Left + x0 * cell.Width, cell.Bottom - y1 * cell.Height, cell.Left + x1 * cell.Width,
            cell.Bottom - y0 * cell.Height);
    }

    private void PlaceBars()
    {
        foreach (var group in _traces.Where(t => t.ColorBar is not null).GroupBy(AreaOf))
        {
            var plot = _set.Plots.Find(p => p.Area == group.Key);
            var left = group.Key.Right + (plot is null ? 0 : plot.Margins(plot.Area.Width, plot.Area.Height).Right - 10);
            foreach (var trace in group)
            {
                _bars.Add((trace.ColorBar!, left, group.Key));
                left += trace.ColorBar!.Width;
            }
        }
    }
}
