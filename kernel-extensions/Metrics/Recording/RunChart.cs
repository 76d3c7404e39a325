using Qiansi.Drawing;

namespace Qiansi.Metrics.Recording;

/// <summary>A recording as small charts above each other, with one axis of time.</summary>
internal static class RunChart
{
    private const double Width = 720, Left = 56, Right = 168, PlotHeight = 64, Gap = 26, Top = 18;
    private const int MostCharacters = 36_000, CharactersOfPoint = 13;

    /// <summary>Devices beyond these have no line.</summary>
    public const int MostDevices = 8;

    private const double Mebi = 1 << 20, Gibi = 1 << 30;

    /// <summary>Draws it; null when there are fewer than two samples.</summary>
    public static SvgWriter? Draw(IReadOnlyList<MetricsSample> samples)
    {
        if (samples.Count < 2) return null;
        var charts = Charts(samples).Select(c => c with { Lines = [.. c.Lines.Where(l => samples.Any(s => l.Value(s) is not null))] })
            .Where(c => c.Lines.Count > 0).ToList();
        var points = Math.Clamp(MostCharacters / CharactersOfPoint / charts.Sum(c => c.Lines.Count), 24, 300);
        var height = Top + charts.Count * (PlotHeight + Gap) + 14;
        var svg = new SvgWriter(Width, height, $"A recording of {samples.Count} samples: {string.Join(", ", charts.Select(c => c.Title))}");
        var seconds = Math.Max(0.001, (samples[^1].Elapsed - samples[0].Elapsed).TotalSeconds);
        for (var i = 0; i < charts.Count; i++)
        {
            svg.Group(FormattableString.Invariant($"translate(0 {Top + i * (PlotHeight + Gap)})"));
            Draw(svg, charts[i], samples, seconds, points, isLast: i == charts.Count - 1);
            svg.End();
        }

        return svg;
    }

    private static IEnumerable<SmallChart> Charts(IReadOnlyList<MetricsSample> samples)
    {
        var devices = samples.SelectMany(s => s.Gpus).Where(g => !g.IsPart).Select(g => g.Id).Distinct().Take(MostDevices).ToList();
        Func<MetricsSample, double?> Read(string id, Func<GpuSample, double?> value) =>
            s => s.Gpus.FirstOrDefault(g => g.Id == id) is { } gpu ? value(gpu) : null;
        ChartLine[] Of(Func<GpuSample, double?> value) => [.. devices.Select((id, i) => new ChartLine(id, Read(id, value), i))];
        if (devices.Count > 0)
        {
            yield return new("GPU busy, %", Of(g => g.Utilization), 100);
            yield return new("GPU memory, %", Of(g => 100.0 * g.MemoryUsed / g.MemoryTotal), 100);
            yield return new("GPU temperature, °C", Of(g => g.Temperature), 100);
            yield return new("GPU power, W", Of(g => g.Power), null);
        }

        yield return new("CPU, % of a core",
            [new("this process", s => s.ProcessCpuPercent, 0),
                new("machine", s => s.CpuPercent * Math.Max(1, s.CorePercents.Count), 1)], 100);
        yield return new("Memory, GiB",
            [new("this process", s => s.ProcessMemory / Gibi, 0), new("managed heap", s => s.HeapBytes / Gibi, 1)], null);
        yield return new("GC pause, %", [new("pause", s => s.GcPausePercent, 0)], 10);
        yield return new("Disk and network, MiB/s",
            [new("read", s => s.DiskRead / Mebi, 0), new("written", s => s.DiskWritten / Mebi, 1),
                new("in", s => s.NetworkReceived / Mebi, 2), new("out", s => s.NetworkSent / Mebi, 3)], null);
    }

    private static void Draw(SvgWriter svg, SmallChart chart, IReadOnlyList<MetricsSample> samples, double seconds, int points, bool isLast)
    {
        var max = Math.Max(chart.AtLeast ?? 0, samples.Max(s => chart.Lines.Max(l => l.Value(s) ?? 0)));
        if (max <= 0) max = 1;
        var ticks = Ticks.Linear(0, max, 2);
        if (ticks.Length > 1 && max > ticks[^1])
        {
            // Up to the next round number, so that the upper edge has a label.
            max = ticks[^1] + ticks[1];
            ticks = [.. ticks, max];
        }

        double X(double second) => Left + second / seconds * (Width - Left - Right);
        double Y(double value) => PlotHeight - value / max * PlotHeight;
        svg.Text(Left, -6, chart.Title, size: 11, weight: "600");
        foreach (var (tick, label) in ticks.Zip(Ticks.Labels(ticks)))
            svg.Line(Left, Y(tick), Width - Right, Y(tick), tick == 0 ? SvgStyle.Axis : SvgStyle.Grid)
                .Text(Left - 6, Y(tick) + 4, label, "end", 11, opacity: 0.75);

        for (var i = 0; i < chart.Lines.Count; i++)
        {
            var color = Palette.Category(chart.Lines[i].Color);
            foreach (var stretch in Stretches(samples, chart.Lines[i].Value, points))
                svg.Polyline(stretch.Select(p => (X(p.Second), Y(p.Value))), SvgStyle.Line(color, 1.5));
            // Up to four names fit beside the lines; more stand in two columns.
            var (column, row) = chart.Lines.Count <= 4 ? (0, i) : (i / 4 % 2, i % 4);
            svg.Rect(Width - Right + 12 + column * 74, 3 + row * 16, 10, 10, SvgStyle.Filled(color), 2)
                .Text(Width - Right + 27 + column * 74, 12 + row * 16, chart.Lines[i].Name, size: 11);
        }

        if (!isLast) return;
        var times = Ticks.Linear(0, seconds, 6);
        foreach (var (time, label) in times.Zip(
            Ticks.Labels(times))) svg.Text(X(time), PlotHeight + 15, label, "middle", 11, opacity: 0.75);
        svg.Text(Width - Right + 12, PlotHeight + 15, "seconds", size: 11, opacity: 0.75);
    }

    /// <summary>Means of neighbouring samples, apart where a figure was missing.</summary>
    private static List<List<(double Second, double Value)>> Stretches(IReadOnlyList<MetricsSample> samples,
        Func<MetricsSample, double?> value, int points)
    {
        var stretches = new List<List<(double, double)>> { new() };
        var bucket = Math.Max(1, (int)Math.Ceiling((double)samples.Count / points));
        for (var i = 0; i < samples.Count; i += bucket)
        {
            var part = samples.Skip(i).Take(bucket).Where(s => value(s) is not null).ToList();
            if (part.Count > 0)
                stretches[^1].Add((part.Average(s => (s.Elapsed - samples[0].Elapsed).TotalSeconds), part.Average(s => value(s)!.Value)));
            else if (stretches[^1].Count > 0) stretches.Add([]);
        }

        return stretches.FindAll(s => s.Count > 0);
    }

    private sealed record SmallChart(string Title, IReadOnlyList<ChartLine> Lines, double? AtLeast);

    private sealed record ChartLine(string Name, Func<MetricsSample, double?> Value, int Color);
}
