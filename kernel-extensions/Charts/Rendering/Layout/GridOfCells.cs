using Qiansi.Charts.Rendering.Traces;

namespace Qiansi.Charts.Rendering.Layout;

/// <summary>Cuts a figure into cells of equal size, with room between them for what stands beside the plots.</summary>
internal sealed class GridOfCells
{
    public GridOfCells(PlotSet set, IReadOnlyList<TraceDrawing> traces, Charts.Layout layout, Box whole)
    {
        var (rows, columns) = (set.Rows, set.Columns);
        var first = new Spaces(set, traces, layout, whole, whole.Width / columns * 0.8, whole.Height / rows * 0.75);
        // Ticks depend on the size, and the size on the ticks' labels: the second look is near enough.
        var (left, right, top, bottom, width, height, gapX, gapY) = new Spaces(set, traces, layout, whole, first.Width, first.Height);
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
