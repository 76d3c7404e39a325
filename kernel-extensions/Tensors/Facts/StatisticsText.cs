namespace Qiansi.Tensors.Facts;

/// <summary>Statistics in words.</summary>
internal static class StatisticsText
{
    /// <summary>Names and numbers to stand side by side.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(Statistics statistics)
    {
        yield return ("min", Number(statistics.Min));
        yield return ("max", Number(statistics.Max));
        yield return ("mean", Number(statistics.Mean));
        if (statistics.Count > 1) yield return ("std", Number(statistics.Deviation));
        yield return ("zeros", Zeros(statistics));
        if (statistics.NotFinite == 0) yield return ("NaN, ±Inf", "none");
    }

    /// <summary>What must not be overlooked: <c>3 NaN!</c>.</summary>
    public static IEnumerable<string> Alarms(Statistics statistics)
    {
        if (statistics.NaN > 0) yield return Count(statistics.NaN, statistics) + " NaN!";
        if (statistics.PositiveInfinities > 0) yield return Count(statistics.PositiveInfinities, statistics) + " +Inf!";
        if (statistics.NegativeInfinities > 0) yield return Count(statistics.NegativeInfinities, statistics) + " -Inf!";
    }

    /// <summary>How many elements were looked at; null when all.</summary>
    public static string? Sampling(Statistics statistics) => statistics.IsSampled
        ? $"sampled: {NumberText.Count(statistics.Looked)} of {NumberText.Count(statistics.Count)} elements were looked at, spread evenly"
        : null;

    /// <summary>One line: <c>min -2.1 · max 3 · mean 0.01 · std 1 · zeros 0</c>.</summary>
    public static string Line(Statistics statistics)
    {
        if (statistics.Count == 0) return "empty";
        var parts = Figures(statistics).Select(f => $"{f.Name} {f.Value}").Concat(Alarms(statistics));
        var line = string.Join(" · ", parts.Where(p => p != "NaN, ±Inf none"));
        return Sampling(statistics) is { } sampling ? $"{line} · {sampling}" : line;
    }

    /// <summary>A number; a dash where there is none.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "–" : NumberText.Short(value);

    private static string Zeros(Statistics statistics)
    {
        if (statistics.Zeros == 0) return "0";
        var part = (double)statistics.Zeros / statistics.Looked;
        return statistics.IsSampled ? $"≈ {Percent(part)}" : $"{NumberText.Count(statistics.Zeros)} ({Percent(part)})";
    }

    private static string Count(long count, Statistics statistics) => statistics.IsSampled
        ? $"{NumberText.Count(count)} of {NumberText.Count(statistics.Looked)} sampled"
        : NumberText.Count(count);

    private static string Percent(double part) => part is > 0.999 and < 1 ? "> 99.9 %" : $"{NumberText.Short(part * 100, 3)} %";
}
