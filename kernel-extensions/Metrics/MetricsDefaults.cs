namespace Qiansi.Metrics;

/// <summary>
/// What holds unless a cell says otherwise. Apart from <see cref="Metrics"/>, whose first use registers formatters: the directive needs
/// none.
/// </summary>
internal static class MetricsDefaults
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Time between the two looks of a single sample.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static MetricsThresholds Thresholds { get; set; } = new();
}
