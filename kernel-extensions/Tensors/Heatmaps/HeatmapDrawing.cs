namespace Qiansi.Tensors.Heatmaps;

/// <summary>Draws a grid of numbers as colours, with axes; few of them also as digits, many as a picture.</summary>
internal static class HeatmapDrawing
{
    /// <summary>Most blocks along a side.</summary>
    public const int MostBlocks = 160;

    private const int MostCells = 256;
    private const double UsualSide = 340;

    /// <summary>Characters of markup for a cell without its names, and for all cells.</summary>
    private const int CellLength = 165;
    private const int MostLength = 52_000;

    /// <summary>Reads as much of a plane as is drawn, with blocks as high as wide where both sides are cut.</summary>
    public static Plane Read(PlaneSource source)
    {
        var scale = Math.Max(1, Math.Max(source.Rows, source.Columns) / (double)MostBlocks);
        return Plane.Read(source, Blocks(source.Rows, scale), Blocks(source.Columns, scale));
    }

    /// <summary>Draws the grid.</summary>
    /// <param name="plane">The numbers.</param>
    /// <param name="scale">Their colours.</param>
    /// <param name="labels">What stands at the axes.</param>
    /// <param name="label">What is seen, in words.</param>
    /// <param name="text">How a number is written when the pointer rests on it.</param>
    /// <param name="brief">How a number is written in a cell.</param>
    /// <param name="mostLength">Most characters of markup for cells one by one; more are a picture.</param>
    /// <param name="longest">Screen pixels of the longer side, where there are no digits.</param>
    /// <param name="isHidden">Whether a cell is left out (a causal mask); null: none is.</param>
    public static string Draw(Plane plane, HeatScale scale, HeatLabels labels, string label, Func<double, string> text,
        Func<double, string>? brief = null, int mostLength = MostLength, double longest = UsualSide, Func<int, int, bool>? isHidden = null)
    {
        var isFew = !plane.IsReduced && plane.Rows * plane.Columns <= MostCells
            && plane.Rows * plane.Columns * (CellLength + labels.Longest(plane)) <= mostLength;
        var texts = isFew && plane.Columns <= 16 ? Array.ConvertAll(plane.Values, v => (brief ?? text)(v)) : null;
        var digits = texts is { Length: > 0 } ? texts.Max(t => t.Length) : 0;
        var hasDigits = texts is not null && plane.Rows <= 24 && digits * 6.2 * plane.Columns <= 620;
        var (cellWidth, cellHeight) = hasDigits ? (Math.Max(26, (digits * 6.2) + 8), 22) : Cell(plane, longest);
        var (width, height) = (plane.Columns * cellWidth, plane.Rows * cellHeight);
        var rowLabels = HeatAxis.Rows(plane, labels, cellHeight);
        var columnLabels = HeatAxis.Columns(plane, labels, cellWidth);
        var left = 22 + rowLabels.Room;
        var top = 18 + columnLabels.Room;
        var hasNotFinite = plane.Values.Any(v => !double.IsFinite(v));
        var svg = new SvgWriter(left + width + 12 + ColorBar.Width, top + Math.Max(height, 42) + (hasNotFinite ? 20 : 4), label);
        svg.Text(left + (width / 2), 11, $"{labels.ColumnAxis} →", "middle", 11, opacity: 0.75);
        svg.Text(11, top + (height / 2), $"← {labels.RowAxis}", "middle", 11, opacity: 0.75, rotate: -90);
        rowLabels.Draw(svg, left - 5, top);
        columnLabels.Draw(svg, left, top - 5);
        if (isFew) HeatCells.Draw(svg, left, top, cellWidth, cellHeight, plane, scale, labels, hasDigits ? texts : null, text, isHidden);
        else HeatPicture.Draw(svg, left, top, width, height, plane, scale, labels, isHidden);
        svg.Rect(left, top, width, height, SvgStyle.Outline(0.5, 0.5));
        ColorBar.Draw(svg, left + width + 12, top, Math.Min(height, 160), scale, hasNotFinite);
        return svg.ToHtml();
    }

    /// <summary>Sizes of a cell without digits: square, unless one side would be a thread.</summary>
    private static (double Width, double Height) Cell(Plane plane, double longest)
    {
        var side = Math.Clamp(longest / Math.Max(plane.Rows, plane.Columns), 2, 24);
        return (Math.Max(side, Math.Min(14, 48.0 / plane.Columns)), Math.Max(side, Math.Min(14, 48.0 / plane.Rows)));
    }

    private static int Blocks(long size, double scale) => (int)Math.Min(size, Math.Max(Math.Min(size, 24), Math.Round(size / scale)));
}
