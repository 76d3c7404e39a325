using System.Globalization;
using System.Text.RegularExpressions;

namespace Qiansi.Metrics.Gpu.Ascend;

/// <summary>
/// Reads the tables of <c>npu-smi info</c>: two rows a chip (name, health, power, temperature; then bus, load, memory), then the programs.
/// </summary>
internal static partial class NpuSmiText
{
    private const long Mebibyte = 1 << 20;

    /// <summary>The chips listed.</summary>
    public static IReadOnlyList<GpuSample> Parse(string text, ProcessNames names)
    {
        var chips = new List<(string Key, GpuSample Sample)>();
        string[]? first = null;
        foreach (var line in text.Split('\n'))
        {
            var cells = Cells(line);
            if (cells is [var npu, var health, var figures] && NumberAndName().Match(npu) is { Success: true } match)
            {
                if (first is null && match.Groups[2].Length > 0 && !health.Contains(':'))
                {
                    first = [match.Groups[1].Value, match.Groups[2].Value.Trim(), health, figures];
                    continue;
                }

                if (first is not null) chips.Add(Chip(first, match.Groups[1].Value, figures));
                first = null;
            }
            else if (cells is [var place, var id, var name, var memory]
                && place.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var chip]
                && int.TryParse(id, CultureInfo.InvariantCulture, out var process))
            {
                Add(chips, $"{number}/{chip}",
                    names.Describe(process, Number(memory) is { } mebibytes ? (long)mebibytes * Mebibyte : null, name));
            }
        }

        return [.. chips.Select(c => c.Sample)];
    }

    private static (string, GpuSample) Chip(string[] first, string chip, string second)
    {
        var above = first[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var load = second.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

        // Newer chips have HBM, whose pair comes last; the pair before it is then 0 / 0.
        var memory = UsedOfTotal().Matches(second).LastOrDefault(m => m.Groups[2].Value != "0");
        return ($"{first[0]}/{chip}", new()
        {
            Id = $"NPU {first[0]}{(chip == "0" ? "" : $".{chip}")}",
            Name = $"Ascend {first[1]}",
            Power = Number(above.ElementAtOrDefault(0)),
            Temperature = Number(above.ElementAtOrDefault(1)),
            Utilization = Number(load),
            MemoryUsed = memory is null ? null : long.Parse(memory.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Mebibyte,
            MemoryTotal = memory is null ? null : long.Parse(memory.Groups[2].ValueSpan, CultureInfo.InvariantCulture) * Mebibyte,
            Problem = first[2] == "OK" ? null : $"health: {first[2]}",
        });
    }

    private static void Add(List<(string Key, GpuSample Sample)> chips, string key, GpuProcess process)
    {
        var at = chips.FindIndex(c => c.Key == key);
        if (at >= 0) chips[at] = (key, chips[at].Sample with { Processes = [.. chips[at].Sample.Processes, process] });
    }

    private static string[] Cells(string line) =>
        line.TrimStart().StartsWith('|') ? line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries) : [];

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^(\d+)\s*(.*)$")]
    private static partial Regex NumberAndName();

    [GeneratedRegex(@"(\d+)\s*/\s*(\d+)")]
    private static partial Regex UsedOfTotal();
}
