using Qiansi.Charts.Rendering.Traces;

namespace Qiansi.Charts.Rendering.Layout;

/// <summary>Cuts a figure into cells of equal size, with room between them for what stands beside the plots.</summary>
internal sealed class GridOfCells
{
    private const double SubtitleHeight = 22;

    public GridOfCells(PlotSet set, IReadOnlyList<TraceDrawing> traces, Charts.Layout layout, Box whole)
    {
        var (rows, columns) = (set.Rows, set.Columns);
        double[] left = new double[columns], right = new double[columns], top = new double[rows], bottom = new double[rows];
        foreach (var plot in set.Plots)
        {
            var space = plot.Margins(whole.Width / columns * 0.8, whole.Height / rows * 0.75);
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

        var titled = layout.Objects("annotations").Where(a => a.Text("yref") == "paper" && a.Text("xref") == "paper" && a.Flag("showarrow") is false).ToArray();
        if (rows * columns > 1 && titled.Length > 0)
            for (var r = 0; r < rows; r++) top[r] += SubtitleHeight;
        var margin = layout.Object("margin");
        if (rows * columns == 1)
        {
            // Margins a figure asks for are honoured where they leave the labels their room.
            if (margin.Number("l") is { } l) left[0] = Math.Max(left[0], Math.Min(l, whole.Width / 3));
            if (margin.Number("r") is { } r) right[0] = Math.Max(right[0], Math.Min(r, whole.Width / 3));
        }

        var (gapX, gapY) = (columns > 1 ? 8 : 0, rows > 1 ? 8 : 0);
        var width = Math.Max(20, (whole.Width - left.Sum() - right.Sum() - gapX * (columns - 1)) / columns);
        var height = Math.Max(20, (whole.Height - top.Sum() - bottom.Sum() - gapY * (rows - 1)) / rows);
        Cells = new Box[rows, columns];
        var y = whole.Top;
        for (var r = 0; r < rows; r++)
        {
            y += top[r];
            var x = whole.Left;
            for (var c = 0; c < columns; c++)
            {
                x += left[c];
                Cells[r, c] = new Box(x, y, x + width, y + height);
                x += width + right[c] + gapX;
            }

            y += height + bottom[r] + gapY;
        }
    }

    /// <summary>The cells, from the top row down.</summary>
    public Box[,] Cells { get; }
}
