using Qiansi.Charts.Landscapes;

namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>
    /// A function of two weights seen from above: lines of equal height, which say their height where there is room, each higher one
    /// about three times as far above the lowest point as the one before; stars mark the minima. Combine it with the walks of optimisers.
    /// </summary>
    /// <param name="height">The function; it is called once, with x of shape [1, n] and y of shape [m, 1], and gives [m, n].</param>
    /// <param name="x">Ends of the x axis.</param>
    /// <param name="y">Ends of the y axis.</param>
    /// <param name="minima">Where the function is lowest, as far as it is known.</param>
    /// <exception cref="ArgumentException">An axis has no length, or the function is nowhere finite or everywhere the same.</exception>
    public static GenericChart Landscape(
        Func<torch.Tensor, torch.Tensor, torch.Tensor> height, (double From, double To) x, (double From, double To) y,
        params (double X, double Y)[] minima)
    {
        if (!(x.To > x.From) || !(y.To > y.From))
            throw new ArgumentException($"Landscape: axes go from the smaller to the larger end; got x {x} and y {y}");
        var field = HeightField.Sample(height, x, y, minima);
        return Combine(field.Contours(), field.Labels(minima), Landscapes.Minima.Mark(minima))
            .WithXAxisStyle("x", MinMax: (x.From, x.To)).WithYAxisStyle("y", MinMax: (y.From, y.To)).WithLegend(false);
    }
}
