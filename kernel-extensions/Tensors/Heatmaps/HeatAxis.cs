namespace Qiansi.Tensors.Heatmaps;

/// <summary>Labels along one side of a heatmap: all when there is room, else every so many.</summary>
internal sealed class HeatAxis
{
    private const int LongestLabel = 14;
    private const double Letter = 6.2;

    private readonly List<(double At, string Text)> _labels = [];
    private readonly bool _isRows;
    private readonly bool _isTurned;

    private HeatAxis(int blocks, long size, Func<long, string> name, double cell, bool isRows, bool hasNames)
    {
        _isRows = isRows;
        if (blocks == 0) return;
        var element = cell * blocks / size;
        var longest = hasNames ? Enumerable.Range(0, (int)size).Max(i => Short(name(i)).Length) : name(size - 1).Length;
        _isTurned = !isRows && hasNames && (longest * Letter) + 4 > element;
        var room = isRows || _isTurned ? 12 : (longest * Letter) + 6;
        var every = Step((long)Math.Ceiling(room / element));
        for (long i = 0; i < size; i += every) _labels.Add(((i + 0.5) * element, Short(name(i))));
        Room = isRows || _isTurned ? longest * Letter : 12;
    }

    /// <summary>How far the labels reach from the heatmap.</summary>
    public double Room { get; }

    /// <summary>Labels of the rows.</summary>
    public static HeatAxis Rows(Plane plane, HeatLabels labels, double cell) =>
        new(plane.Rows, plane.Source.Rows, labels.Row, cell, true, labels.Rows is not null);

    /// <summary>Labels of the columns.</summary>
    public static HeatAxis Columns(Plane plane, HeatLabels labels, double cell) =>
        new(plane.Columns, plane.Source.Columns, labels.Column, cell, false, labels.Columns is not null);

    /// <summary>Draws the labels.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="x">Right end of row labels, left end of the columns.</param>
    /// <param name="y">Top of the rows, base line of column labels.</param>
    public void Draw(SvgWriter svg, double x, double y)
    {
        foreach (var (at, text) in _labels)
        {
            if (_isRows) svg.Text(x, y + at + 3.5, text, "end", 10);
            else if (_isTurned) svg.Text(x + at + 3.5, y, text, "start", 10, rotate: -90);
            else svg.Text(x + at, y, text, "middle", 10);
        }
    }

    private static string Short(string text) => text.Length > LongestLabel ? text[..(LongestLabel - 1)] + "…" : text;

    /// <summary>1, 2, 5, 10, 20, … at least as much.</summary>
    private static long Step(long least)
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (var m in (ReadOnlySpan<int>)[1, 2, 5])
            {
                if (m * power >= least) return m * power;
            }
        }
    }
}
