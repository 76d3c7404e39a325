namespace Qiansi.Charts.Landscapes;

/// <summary>The lowest points of a landscape.</summary>
internal static class Minima
{
    /// <summary>A star for each.</summary>
    public static GenericChart Mark((double X, double Y)[] minima) => minima.Length == 0 ? new GenericChart([]) : Chart.Point(
        minima.Select(m => m.X).ToArray(), minima.Select(m => m.Y).ToArray(), Name: minima.Length == 1 ? "minimum" : "minima",
        MarkerColor: Color.fromHex("#111111"), MarkerSymbol: StyleParam.MarkerSymbol.Star, MarkerSize: 11);
}
