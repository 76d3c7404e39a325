namespace Qiansi.Drawing;

/// <summary>How a shape is painted; what is null is inherited.</summary>
/// <param name="Fill">A colour, <c>none</c> or <c>currentColor</c>.</param>
/// <param name="Stroke">Colour of the outline.</param>
/// <param name="Width">Width of the outline.</param>
/// <param name="Opacity">Of fill and outline, 0 to 1.</param>
/// <param name="Dash">Lengths of dashes and gaps: <c>4 3</c>.</param>
/// <param name="FillOpacity">Of the filling alone, 0 to 1.</param>
/// <param name="StrokeOpacity">Of the outline alone, 0 to 1.</param>
public sealed record SvgStyle(
    string? Fill = null, string? Stroke = null, double? Width = null, double? Opacity = null, string? Dash = null,
    double? FillOpacity = null, double? StrokeOpacity = null)
{
    /// <summary>Axes: thin ink.</summary>
    public static SvgStyle Axis { get; } = new(Stroke: "currentColor", Width: 1, Opacity: 0.55);

    /// <summary>Grid lines: faint ink.</summary>
    public static SvgStyle Grid { get; } = new(Stroke: "currentColor", Width: 1, Opacity: 0.13);

    /// <summary>A filled shape.</summary>
    public static SvgStyle Filled(Rgb color, double? opacity = null) => new(Fill: color.ToString(), Opacity: opacity);

    /// <summary>A line.</summary>
    public static SvgStyle Line(Rgb color, double width = 1.75, string? dash = null) =>
        new(Fill: "none", Stroke: color.ToString(), Width: width, Dash: dash);

    /// <summary>An outline of ink without filling.</summary>
    public static SvgStyle Outline(double width = 1, double? opacity = null) =>
        new(Fill: "none", Stroke: "currentColor", Width: width, Opacity: opacity);
}
