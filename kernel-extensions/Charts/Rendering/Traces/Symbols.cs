namespace Qiansi.Charts.Rendering.Traces;

/// <summary>The shapes of markers, as paths of equal visual weight.</summary>
internal static class Symbols
{
    private static readonly string[] Thin = ["cross-thin", "x-thin", "asterisk", "line-ew", "line-ns"];

    /// <summary>Path data of a marker.</summary>
    /// <param name="symbol">Plotly's name, perhaps with <c>-open</c> or <c>-dot</c>.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="size">Its diameter.</param>
    public static string Path(string symbol, double x, double y, double size)
    {
        var r = size / 2;
        return Base(symbol) switch
        {
            "square" => Polygon(x, y, r * 1.27, 4, 45),
            "diamond" => Polygon(x, y, r * 1.27, 4, 0),
            "triangle-up" => Polygon(x, y, r * 1.35, 3, 0),
            "triangle-down" => Polygon(x, y, r * 1.35, 3, 180),
            "triangle-left" => Polygon(x, y, r * 1.35, 3, 270),
            "triangle-right" => Polygon(x, y, r * 1.35, 3, 90),
            "pentagon" => Polygon(x, y, r * 1.12, 5, 0),
            "hexagon" or "hexagon2" => Polygon(x, y, r * 1.1, 6, 0),
            "star" => Star(x, y, r * 1.35),
            "cross" => Cross(x, y, r, 0),
            "x" => Cross(x, y, r, 45),
            "cross-thin" => $"M{N(x - r)},{N(y)}H{N(x + r)}M{N(x)},{N(y - r)}V{N(y + r)}",
            "x-thin" or "asterisk" => $"M{N(x - r)},{N(y - r)}L{N(x + r)},{N(y + r)}M{N(x - r)},{N(y + r)}L{N(x + r)},{N(y - r)}",
            _ => $"M{N(x - r)},{N(y)}a{N(r)},{N(r)} 0 1 0 {N(size)},0a{N(r)},{N(r)} 0 1 0 {N(-size)},0",
        };
    }

    /// <summary>Filled, or an outline for the open ones.</summary>
    public static SvgStyle Style(string symbol, string color, double? opacity = null) =>
        symbol.Contains("-open") || Thin.Contains(Base(symbol))
            ? new SvgStyle(Fill: "none", Stroke: color, Width: 1.75, Opacity: opacity) : new SvgStyle(Fill: color, Opacity: opacity);

    /// <summary>Plotly's name of a symbol without what only varies it; numbers stand for the first names.</summary>
    private static string Base(string symbol) => symbol.Replace("-open", "").Replace("-dot", "");

    private static string Polygon(double x, double y, double radius, int corners, double turn)
    {
        var points = Enumerable.Range(0, corners).Select(i => Around(x, y, radius, turn + 360.0 * i / corners));
        return "M" + string.Join('L', points) + "Z";
    }

    private static string Star(double x, double y, double radius) =>
        "M" + string.Join('L', Enumerable.Range(0, 10).Select(i => Around(x, y, i % 2 == 0 ? radius : radius * 0.42, 36 * i))) + "Z";

    private static string Cross(double x, double y, double r, double turn)
    {
        var arm = r * 0.4;
        (double X, double Y)[] corners = [(-arm, -r), (arm, -r), (arm, -arm), (r, -arm), (r, arm), (arm, arm), (arm, r), (-arm, r),
            (-arm, arm), (-r, arm), (-r, -arm), (-arm, -arm)];
        var (sin, cos) = Math.SinCos(turn * Math.PI / 180);
        return "M" + string.Join('L', corners.Select(c => $"{N(x + c.X * cos - c.Y * sin)},{N(y + c.X * sin + c.Y * cos)}")) + "Z";
    }

    private static string Around(double x, double y, double radius, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return $"{N(x + radius * sin)},{N(y - radius * cos)}";
    }

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
