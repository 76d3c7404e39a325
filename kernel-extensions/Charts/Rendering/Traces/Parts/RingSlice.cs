namespace Qiansi.Charts.Rendering.Traces.Parts;

/// <summary>A slice of a disc or ring; angles are turns, clockwise from the top.</summary>
internal static class RingSlice
{
    /// <summary>Its outline as path data.</summary>
    public static string Path(double cx, double cy, double radius, double hole, double from, double to)
    {
        if (to - from > 0.9999)
        {
            var ring = hole > 0
                ? $"M{N(cx - hole)},{N(cy)}a{N(hole)},{N(hole)} 0 1 1 {N(2 * hole)},0a{N(hole)},{N(hole)} 0 1 1 {N(-2 * hole)},0" : "";
            return $"M{N(cx - radius)},{N(cy)}a{N(radius)},{N(radius)} 0 1 0 {N(2 * radius)},0a{N(radius)},{N(radius)} 0 1 0 "
                + $"{N(-2 * radius)},0{ring}";
        }

        var large = to - from > 0.5 ? 1 : 0;
        var outer = $"{N(cx + radius * Sin(from))},{N(cy - radius * Cos(from))}A{N(radius)},{N(radius)} 0 {large} 1 "
            + $"{N(cx + radius * Sin(to))},{N(cy - radius * Cos(to))}";
        return hole <= 0
            ? $"M{N(cx)},{N(cy)}L{outer}Z"
            : $"M{outer}L{N(cx + hole * Sin(to))},{N(cy - hole * Cos(to))}A{N(hole)},{N(hole)} 0 {large} 0 "
                + $"{N(cx + hole * Sin(from))},{N(cy - hole * Cos(from))}Z";
    }

    /// <summary>Sine of an angle in turns.</summary>
    public static double Sin(double turns) => Math.Sin(turns * 2 * Math.PI);

    /// <summary>Cosine of an angle in turns.</summary>
    public static double Cos(double turns) => Math.Cos(turns * 2 * Math.PI);

    private static string N(double value) => SvgWriter.Number(value);
}
