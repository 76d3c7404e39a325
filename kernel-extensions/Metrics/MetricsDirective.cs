using System.Globalization;
using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Metrics.Panel;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics;

/// <summary><c>#!metrics</c>: a live panel below the cell, which goes on while later cells run.</summary>
internal sealed partial class MetricsDirective : IDirective
{
    public string Name => "metrics";

    public string Summary => "Shows live figures of GPUs, processors, memory, garbage collection, disks and networks.";

    public IReadOnlyList<DirectiveArgument> Arguments =>
    [
        new("--every", "Time between samples: 500ms (the default), 2s, …; at least 100ms."),
        new("--for", "When it ends by itself: 30s, 10m, 1h."),
        new("--warn",
            "Where it warns, separated by commas: memory=80,gpu-temperature=75; off for never. Also gpu-memory, gpu-power, cpu, gc-pause."),
        new("--once", "A single look, no live panel.", IsFlag: true),
        new("--stop", "Ends the live panels; their last pictures stay.", IsFlag: true),
    ];

    public async Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        if (invocation["--stop"] is not null)
        {
            if (LivePanels.Stop(context.Session) == 0) context.Output.Write(StandardStream.Output, "There is no live panel.\n");
            return;
        }

        var thresholds = Thresholds(invocation["--warn"]);
        if (invocation["--once"] is not null)
        {
            context.Output.Display(await LookAsync(thresholds, context.Cancellation));
            return;
        }

        var every = Duration("--every", invocation["--every"]) ?? MetricsDefaults.Interval;
        if (every < MetricsDefaults.ShortestInterval)
            throw new DirectiveException($"#!metrics: --every {invocation["--every"]} is too short; write at least 100ms.");
        var duration = Duration("--for", invocation["--for"]);
        LivePanels.Stop(context.Session); // one is enough to look at
        _ = new MetricsPanel(context, SystemPaths.OfThisSystem(), every, duration, thresholds);
    }

    /// <summary>Thresholds as written after <c>--warn</c>; the others as <see cref="Metrics.Thresholds"/> has them.</summary>
    internal static MetricsThresholds Thresholds(string? text)
    {
        var thresholds = MetricsDefaults.Thresholds;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is not [var name, var value] || !TryLimit(value, out var limit))
                throw new DirectiveException(
                    $"#!metrics: --warn '{part}' is not understood; write for instance gpu-temperature=80 or memory=off.");
            thresholds = name switch
            {
                "cpu" => thresholds with { Cpu = limit },
                "memory" => thresholds with { Memory = limit },
                "gc-pause" => thresholds with { GcPause = limit },
                "gpu-temperature" => thresholds with { GpuTemperature = limit },
                "gpu-memory" => thresholds with { GpuMemory = limit },
                "gpu-power" => thresholds with { GpuPower = limit },
                _ => throw new DirectiveException(
                    $"#!metrics: --warn knows no '{name}'; there are cpu, memory, gc-pause, gpu-temperature, gpu-memory and gpu-power."),
            };
        }

        return thresholds;
    }

    /// <summary>A time as written: <c>500ms</c>, <c>1.5s</c>, <c>10m</c>, <c>1h</c>; null when nothing is.</summary>
    /// <exception cref="DirectiveException">It is none.</exception>
    internal static TimeSpan? Duration(string name, string? text)
    {
        if (text is null) return null;
        var match = NumberAndUnit().Match(text);
        if (!match.Success) throw new DirectiveException($"#!metrics: {name} {text} is no time; write for instance 500ms, 2s, 10m or 1h.");
        var number = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var seconds = match.Groups[2].ValueSpan switch
        {
            "ms" => number / 1000,
            "s" => number,
            "m" or "min" => number * 60,
            _ => number * 3600,
        };
        return seconds is > 0 and < 86400 * 365
            ? TimeSpan.FromSeconds(seconds) : throw new DirectiveException($"#!metrics: {name} {text} is out of range.");
    }

    private static async Task<MimeBundle> LookAsync(MetricsThresholds thresholds, CancellationToken cancellation)
    {
        using var sampler = await Task.Run(static () => Sampler.Open(SystemPaths.OfThisSystem()), cancellation);
        sampler.Take();
        await Task.Delay(MetricsDefaults.Look, cancellation);
        return Snapshot.Of(sampler.Take(), thresholds);
    }

    private static bool TryLimit(string text, out double? limit)
    {
        limit = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        return limit is not null || text == "off";
    }

    [GeneratedRegex(@"^(\d+(?:\.\d+)?)(ms|s|m|min|h)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndUnit();
}
