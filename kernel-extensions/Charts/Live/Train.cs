using Qiansi.Charts.Live;

namespace Qiansi.Charts;

/// <summary>Shows how a training runs.</summary>
public static class Train
{
    /// <summary>
    /// Curves below the cell that grow while a loop runs: <c>using var live = Train.Live("loss", "val loss", "accuracy");</c>, then
    /// <c>live.Add(epoch, …)</c>.
    /// </summary>
    /// <param name="series">
    /// Names of the curves. Those that differ only by <c>train</c>, <c>val</c>, <c>validation</c> or <c>test</c> before the name share a
    /// plot; the best value is marked, on validation where there is one.
    /// </param>
    /// <returns>
    /// Takes the values; dispose it when the loop ends, so that its figure stays in the notebook also when the cell is interrupted.
    /// </returns>
    public static LiveCurves Live(params string[] series) => Live(series, Best.Auto);

    /// <summary>Curves below the cell that grow while a loop runs.</summary>
    /// <param name="series">Names of the curves.</param>
    /// <param name="best">Which value is marked as the best.</param>
    /// <param name="smooth">
    /// 0 shows values as they are; up to 0.99 draws a running mean over the faint values, weighted by so much for the past.
    /// </param>
    /// <param name="x">What curves run over: epochs, steps.</param>
    /// <param name="title">Title of the figure.</param>
    /// <param name="log">Whether losses have logarithmic axes.</param>
    /// <exception cref="ArgumentException">There are no names, one twice, or <paramref name="smooth"/> is not below 1.</exception>
    public static LiveCurves Live(string[] series, Best best, double smooth = 0, string x = "epoch", string? title = null, bool log = false)
    {
        if (smooth is not (>= 0 and < 1)) throw new ArgumentException($"smooth is {smooth}; give 0 for none, up to 0.99 for much");
        return new LiveCurves(new LiveSettings(series, best, smooth, x, title, log), CellDisplay.Open(), TimeProvider.System);
    }

    /// <inheritdoc cref="Live(string[], Best, double, string, string, bool)"/>
    public static LiveCurves Live(string[] series, double smooth = 0, string x = "epoch", string? title = null, bool log = false) =>
        Live(series, Best.Auto, smooth, x, title, log);
}
