namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Points in space as markers, lines, or both.</summary>
    public static GenericChart Scatter3D<XType, YType, ZType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<ZType> z, StyleParam.Mode mode, string? Name = null,
        bool? ShowLegend = null, double? Opacity = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, Color? MarkerColor = null, StyleParam.MarkerSymbol? MarkerSymbol = null,
        Color? LineColor = null, double? LineWidth = null) =>
        Of(InSpace(x, y, z, mode, new SeriesStyle
        {
            Name = Name,
            ShowLegend = ShowLegend,
            Opacity = Opacity,
            Text = SeriesStyle.Texts(Text, MultiText),
            MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol,
            LineColor = LineColor,
            LineWidth = LineWidth,
        }));

    /// <summary>Points in space as markers, lines, or both.</summary>
    public static GenericChart Scatter3D(
        object x, object y, object z, StyleParam.Mode mode = StyleParam.Mode.Markers, string? Name = null, object? Text = null,
        Color? MarkerColor = null, object? MarkerSize = null, Color? LineColor = null,
        double? LineWidth = null, double? Opacity = null) =>
        Of(InSpace(x, y, z, mode, new SeriesStyle
        {
            Name = Name,
            Text = Text,
            MarkerColor = MarkerColor,
            MarkerSize = MarkerSize,
            LineColor = LineColor,
            LineWidth = LineWidth,
            Opacity = Opacity,
        }));

    /// <summary>Points in space.</summary>
    public static GenericChart Point3D(object x, object y, object z, string? Name = null, object? Text = null, Color? MarkerColor = null,
        object? MarkerSize = null, double? Opacity = null) =>
        Scatter3D(x, y, z, StyleParam.Mode.Markers, Name, Text, MarkerColor, MarkerSize, Opacity: Opacity);

    /// <summary>A line through points in space.</summary>
    public static GenericChart Line3D(object x, object y, object z, string? Name = null, bool? ShowMarkers = null, Color? LineColor = null,
        double? LineWidth = null) =>
        Scatter3D(x, y, z, ShowMarkers is true ? StyleParam.Mode.Lines_Markers : StyleParam.Mode.Lines, Name, LineColor: LineColor,
            LineWidth: LineWidth);

    private static Trace InSpace(object x, object y, object z, StyleParam.Mode mode, SeriesStyle style)
    {
        var trace = new Trace("scatter3d") { ["x"] = x, ["y"] = y, ["z"] = z };
        PointData.CheckLengths(trace);
        if (trace["x"] is Array known && trace["z"] is Array heights && known.Length != heights.Length)
            throw new ArgumentException($"x has {known.Length} values and z has {heights.Length}; each point needs one of each");
        trace["mode"] = PlotlyNames.Of(mode);
        return style.ApplyTo(trace);
    }
}
