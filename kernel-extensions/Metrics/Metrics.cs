using Qiansi.Contracts;
using Qiansi.Metrics.Sampling;
using Qiansi.Runtime;

namespace Qiansi.Metrics;

/// <summary>Figures of the machine, this process and its GPUs: live below a cell, recorded during a run, or looked at once.</summary>
public static class Metrics
{
    static Metrics() => MetricsExtension.Register();

    /// <summary>Where panels warn unless told otherwise.</summary>
    public static MetricsThresholds Thresholds
    {
        get => MetricsDefaults.Thresholds;
        set => MetricsDefaults.Thresholds = value;
    }

    /// <summary>
    /// Shows a live panel below the running cell; stop it with <see cref="MetricsPanel.Stop()"/> or <c>#!metrics --stop</c>.
    /// </summary>
    /// <param name="every">Time between samples, at least 100 ms; 500 ms when null.</param>
    /// <param name="duration">When it ends by itself; never when null.</param>
    /// <param name="thresholds">Where it warns; <see cref="Thresholds"/> when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time between samples is too short.</exception>
    public static MetricsPanel Live(TimeSpan? every = null, TimeSpan? duration = null, MetricsThresholds? thresholds = null) =>
        new(CurrentCell.Context, SystemPaths.OfThisSystem(), Interval(every), duration, thresholds ?? Thresholds);

    /// <summary>Records samples until it is disposed: <c>using var run = Metrics.Record();</c> around a training run.</summary>
    /// <param name="every">Time between samples, at least 100 ms; 500 ms when null.</param>
    /// <returns>The samples as they come; shown as a table and a chart.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time between samples is too short.</exception>
    public static MetricsRun Record(TimeSpan? every = null) => new(SystemPaths.OfThisSystem(), Interval(every));

    /// <summary>One sample; takes a fifth of a second, since rates need two looks.</summary>
    public static MetricsSample Now()
    {
        using var sampler = Sampler.Open(SystemPaths.OfThisSystem());
        sampler.Take();
        Thread.Sleep(MetricsDefaults.Look);
        return sampler.Take();
    }

    /// <summary>Stops all live panels.</summary>
    /// <returns>How many there were.</returns>
    public static int Stop() => LivePanels.Stop(null);

    private static TimeSpan Interval(TimeSpan? every)
    {
        var interval = every ?? MetricsDefaults.Interval;
        return interval >= MetricsDefaults.ShortestInterval ? interval
            : throw new ArgumentOutOfRangeException(nameof(every), interval,
                $"The time between samples is {interval.TotalMilliseconds} ms; it must be at least "
                    + $"{MetricsDefaults.ShortestInterval.TotalMilliseconds} ms.");
    }
}
