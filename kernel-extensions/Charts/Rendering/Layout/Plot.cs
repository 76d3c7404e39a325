namespace Qiansi.Charts.Rendering.Layout;

/// <summary>One plot of a figure: two axes, perhaps more that lie over them, and where they are.</summary>
internal sealed class Plot(PlotAxis x, PlotAxis y, int row, int column)
{
    /// <summary>Space of a title beside its axis.</summary>
    private const double TitleSpace = 20;

    /// <summary>The x axis.</summary>
    public PlotAxis X => x;

    /// <summary>The y axis.</summary>
    public PlotAxis Y => y;

    /// <summary>Row of its cell in the figure's grid.</summary>
    public int Row => row;

    /// <summary>Column of its cell in the figure's grid.</summary>
    public int Column => column;

    /// <summary>Further axes that lie over these.</summary>
    public List<PlotAxis> Overlays { get; } = [];

    /// <summary>Where series are drawn.</summary>
    public Box Area { get; private set; }

    /// <summary>All its axes.</summary>
    public IEnumerable<PlotAxis> Axes => [x, y, .. Overlays];

    /// <summary>Ticks of its axes, once it is laid.</summary>
    public Dictionary<PlotAxis, TickMarks> Ticks { get; } = [];

    /// <summary>Whether series fill it to the frame: then no grid lies below them.</summary>
    public bool IsTight => x.IsTight && y.IsTight;

    /// <summary>Space its axes need outside of it, were it of that size.</summary>
    public (double Left, double Right, double Top, double Bottom) Margins(double width, double height)
    {
        double left = 8, right = 10, top = 8, bottom = 8, beyond = 0;
        foreach (var axis in Axes.Where(a => a.IsVisible))
        {
            var ticks = axis.Ticks(axis.IsHorizontal ? width : height);
            var title = axis.Title is null ? 0 : TitleSpace;
            if (axis.IsHorizontal)
            {
                if (axis.IsOpposite) top += ticks.LabelHeight + title + 8;
                else bottom += ticks.LabelHeight + title + 4;
                // The first and the last label reach half beyond the frame where they stand at its ends.
                if (ticks.Labels.Length > 0 && ticks.Angle == 0)
                {
                    beyond = Math.Max(beyond,
                        TextWidth.Of(ticks.Labels[0], TickMarks.Size) / 2 - (ticks.Places[0] - axis.Min) / (axis.Max - axis.Min) * width);
                    right = Math.Max(right, TextWidth.Of(ticks.Labels[^1], TickMarks.Size) / 2 + 4);
                }

                if (ticks.Angle < 0) beyond = Math.Max(beyond, ticks.LabelWidth * 0.5);
            }
            else if (axis.IsOpposite)
            {
                right += ticks.LabelWidth + title + 4;
            }
            else
            {
                left += ticks.LabelWidth + title + 4;
            }
        }

        return (Math.Max(left, beyond), right, top, bottom);
    }

    /// <summary>Gives the plot its place within its cell.</summary>
    public void Lay(Box cell)
    {
        var (x0, x1) = Domain(x);
        var (y0, y1) = Domain(y);
        Area = new Box(cell.Left + x0 * cell.Width, cell.Bottom - y1 * cell.Height, cell.Left + x1 * cell.Width,
            cell.Bottom - y0 * cell.Height);
        foreach (var axis in Axes)
        {
            if (axis.IsHorizontal) axis.Lay(Area.Left, Area.Right);
            else axis.Lay(Area.Bottom, Area.Top);
        }

        if (y.Attributes.Text("scaleanchor") is not null || x.Attributes.Text("scaleanchor") is not null) AxisRatio.Equalise(x, y);
        foreach (var axis in Axes) Ticks[axis] = axis.Ticks(axis.IsHorizontal ? Area.Width : Area.Height);
    }

    private static (double, double) Domain(PlotAxis axis) =>
        axis.Attributes.Numbers("domain") is [>= 0 and <= 1, >= 0 and <= 1] ends && ends[1] > ends[0] ? (ends[0], ends[1]) : (0, 1);
}
