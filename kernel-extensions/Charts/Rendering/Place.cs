namespace Qiansi.Charts.Rendering;

/// <summary>Where a figure means when it says a value of an axis, a part of one, or a part of the paper.</summary>
internal static class Place
{
    /// <summary>The pixel of an x; null when there is none.</summary>
    public static double? X(object? value, string? reference, AxisSet axes, FigurePlan plan) => reference switch
    {
        "paper" => value is double part ? plan.OnPaper(part, 0).X : null,
        _ => OnAxis(value, reference ?? "x", axes),
    };

    /// <summary>The pixel of a y; null when there is none.</summary>
    public static double? Y(object? value, string? reference, AxisSet axes, FigurePlan plan) => reference switch
    {
        "paper" => value is double part ? plan.OnPaper(0, part).Y : null,
        _ => OnAxis(value, reference ?? "y", axes),
    };

    private static double? OnAxis(object? value, string reference, AxisSet axes)
    {
        var isPart = reference.EndsWith(" domain", StringComparison.Ordinal);
        if (axes.Find(isPart ? reference[..^" domain".Length] : reference) is not { } axis || axis.To == axis.From) return null;
        var pixel = isPart
            ? value is double part ? axis.From + part * (axis.To - axis.From) : double.NaN : axis.Pixel(axis.Coordinate(value));
        return double.IsFinite(pixel) ? pixel : null;
    }
}
