using Qiansi.Drawing.Png;

namespace Qiansi.Tensors.Heatmaps;

/// <summary>A large heatmap: a picture, and above it invisible fields whose titles tell what is in them.</summary>
internal static class HeatPicture
{
    /// <summary>Screen pixels along the side of a field, about.</summary>
    private const double Field = 26;
    private const int MostFields = 144;

    /// <summary>Takes the pointer without being seen.</summary>
    public static SvgStyle Clear { get; } = new(Fill: "#fff", Opacity: 0);

    /// <summary>Draws the picture.</summary>
    public static void Draw(SvgWriter svg, double left, double top, double width, double height, Plane plane, HeatScale scale,
        HeatLabels labels, Func<int, int, bool>? isHidden)
    {
        svg.Image(left, top, width, height, Paint(plane, scale, isHidden).DataUri());
        var fields = Math.Clamp(width * height / (Field * Field), 16, MostFields);
        var side = Math.Sqrt(plane.Rows * (double)plane.Columns / fields);
        var rows = Math.Clamp((int)Math.Round(plane.Rows / side), 1, Math.Min(plane.Rows, 48));
        var columns = Math.Clamp((int)Math.Round(plane.Columns / side), 1, Math.Min(plane.Columns, 48));
        for (var r = 0; r < rows; r++)
        {
            var (top0, top1) = ((int)Plane.First(r, rows, plane.Rows), (int)Plane.First(r + 1, rows, plane.Rows));
            for (var c = 0; c < columns; c++)
            {
                var (left0, left1) = ((int)Plane.First(c, columns, plane.Columns), (int)Plane.First(c + 1, columns, plane.Columns));
                var title = Title(plane, labels, top0, top1, left0, left1);
                svg.Rect(left + (width * left0 / plane.Columns), top + (height * top0 / plane.Rows),
                    width * (left1 - left0) / plane.Columns, height * (top1 - top0) / plane.Rows, Clear, title: title);
            }
        }
    }

    /// <summary>The picture alone, a pixel a block.</summary>
    public static IndexedPicture Paint(Plane plane, HeatScale scale, Func<int, int, bool>? isHidden = null)
    {
        var picture = new IndexedPicture(plane.Columns, plane.Rows, scale.Table, firstIsClear: true);
        for (var r = 0; r < plane.Rows; r++)
        {
            for (var c = 0; c < plane.Columns; c++) picture[r, c] = isHidden?.Invoke(r, c) == true ? (byte)0 : scale.Index(plane[r, c]);
        }

        return picture;
    }

    private static string Title(Plane plane, HeatLabels labels, int top, int bottom, int left, int right)
    {
        var values = new List<double>((bottom - top) * (right - left));
        for (var r = top; r < bottom; r++)
        {
            for (var c = left; c < right; c++) values.Add(plane[r, c]);
        }

        var statistics = Statistics.Of([.. values]);
        var rows = Range(Plane.First(top, plane.Rows, plane.Source.Rows), Plane.First(bottom, plane.Rows, plane.Source.Rows) - 1,
            labels.Row);
        var columns = Range(Plane.First(left, plane.Columns, plane.Source.Columns),
            Plane.First(right, plane.Columns, plane.Source.Columns) - 1, labels.Column);
        var alarms = string.Concat(StatisticsText.Alarms(statistics).Select(a => " " + a));
        return $"{labels.RowAxis} {rows}, {labels.ColumnAxis} {columns}: mean {NumberText.Short(statistics.Mean, 3)}{alarms}";
    }

    private static string Range(long first, long last, Func<long, string> name) =>
        first >= last ? name(first) : $"{name(first)} to {name(last)}";
}
