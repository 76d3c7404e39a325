using Qiansi.Charts.Rendering.Traces;

namespace Qiansi.Charts.Rendering.Layout;

/// <summary>The room that titles, labels and colour bars need between the cells of a figure, and what is left for the cells.</summary>
internal sealed class Spaces
{
    private const double SubtitleHeight = 22;

    private readonly double[] _left, _right, _top, _bottom;
    private readonly double _gapX, _gapY;

    /// <param name="set">The plots and their cells.</param>
    /// <param name="traces">The series.</param>
    /// <param name="layout">The figure's layout.</param>
    /// <param name="whole">The room for all cells.</param>
    /// <param name="cellWidth">About how wide a cell will be.</param>
    /// <param name="cellHeight">About how high a cell will be.</param>
    public Spaces(PlotSet set, IReadOnlyList<TraceDrawing> traces, Charts.Layout layout, Box whole, double cellWidth, double cellHeight)
    {
        var (rows, columns) = (set.Rows, set.Columns);
        double[] left = new double[columns], right = new double[columns], top = new double[rows], bottom = new double[rows];
        foreach (var plot in set.Plots)
        {
            var space = plot.Margins(cellWidth, cellHeight);
            left[plot.Column] = Math.Max(left[plot.Column], space.Left);
            top[plot.Row] = Math.Max(top[plot.Row], space.Top);
            bottom[plot.Row] = Math.Max(bottom[plot.Row], space.Bottom);
            var bars = traces.Where(t => plot.Axes.Contains(t.X) && plot.Axes.Contains(t.Y)).Sum(t => t.ColorBar?.Width ?? 0);
            right[plot.Column] = Math.Max(right[plot.Column], space.Right + bars);
        }

        foreach (var trace in traces.Where(t => !t.HasAxes && t.ColorBar is not null))
        {
            var column = set.CellOf(trace.Domain).Column;
            right[column] = Math.Max(right[column], trace.ColorBar!.Width);
        }

        var titled = layout.Objects("annotations")
            .Where(a => a.Text("yref") == "paper" && a.Text("xref") == "paper" && a.Flag("showarrow") is false).ToArray();
        if (rows * columns > 1 && titled.Length > 0)
            for (var r = 0; r < rows; r++) top[r] += SubtitleHeight;
        var margin = layout.Object("margin");
        if (rows * columns == 1)
        {
            // Margins a figure asks for are honoured where they leave the labels their room.
            if (margin.Number("l") is { } l) left[0] = Math.Max(left[0], Math.Min(l, whole.Width / 3));
            if (margin.Number("r") is { } r) right[0] = Math.Max(right[0], Math.Min(r, whole.Width / 3));
        }

        (_left, _right, _top, _bottom, _gapX, _gapY) = (left, right, top, bottom, columns > 1 ? 8 : 0, rows > 1 ? 8 : 0);
        Width = Math.Max(20, (whole.Width - left.Sum() - right.Sum() - _gapX * (columns - 1)) / columns);
        Height = Math.Max(20, (whole.Height - top.Sum() - bottom.Sum() - _gapY * (rows - 1)) / rows);
    }

    /// <summary>Width of a cell.</summary>
    public double Width { get; }

    /// <summary>Height of a cell.</summary>
    public double Height { get; }

    /// <summary>All of it.</summary>
    public void Deconstruct(out double[] left, out double[] right, out double[] top, out double[] bottom, out double width,
        out double height, out double gapX, out double gapY) =>
        (left, right, top, bottom, width, height, gapX, gapY) = (_left, _right, _top, _bottom, Width, Height, _gapX, _gapY);
}
