namespace Qiansi.Charts.Rendering.Axes;

/// <summary>Gives a unit the same length along both axes, so that circles are round.</summary>
internal static class AxisRatio
{
    /// <summary>Widens the range of the axis whose units are longer.</summary>
    public static void Equalise(PlotAxis x, PlotAxis y)
    {
        var (along, up) = (x.PixelsPerUnit, y.PixelsPerUnit * (y.Attributes.Number("scaleratio") is > 0 and var ratio ? 1 / ratio : 1));
        if (along > up) x.Widen(along / up);
        else y.Widen(up / along);
    }
}
