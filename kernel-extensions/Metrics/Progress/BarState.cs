namespace Qiansi.Metrics;

/// <summary>How a bar stands at a moment.</summary>
/// <param name="Description">What is done.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Where it ends; null when nobody knows.</param>
/// <param name="Unit">What a step is called.</param>
/// <param name="Elapsed">Since it started.</param>
/// <param name="Rate">Steps a second: lately, or on the average once it has ended.</param>
/// <param name="End">Whether it has ended.</param>
/// <param name="IsInterrupted">Whether its cell was interrupted.</param>
/// <param name="Values">Names and values behind the bar.</param>
internal sealed record BarState(
    string Description, long Done, long? Total, string Unit, TimeSpan Elapsed, double Rate, BarEnd End, bool IsInterrupted,
    IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>Part done, 0 to 1; null when nobody knows.</summary>
    public double? Part => Total is { } total ? total == 0 ? 1 : Math.Clamp((double)Done / total, 0, 1) : null;

    /// <summary>Time that is left at this rate; null when nobody knows.</summary>
    public TimeSpan? Left => End == BarEnd.Runs && Total is { } total && Rate > 0 && total > Done
        && (total - Done) / Rate is < 1e8 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
}
