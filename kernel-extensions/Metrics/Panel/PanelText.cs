using System.Text;
using static Qiansi.Metrics.Panel.Wording;

namespace Qiansi.Metrics.Panel;

/// <summary>The panel in words.</summary>
internal static class PanelText
{
    /// <summary>One line a subject.</summary>
    public static string Write(PanelView view)
    {
        var sample = view.Sample;
        var text = new StringBuilder().Append("Metrics, ").Append(Time(sample.Time)).Append(", ").Append(view.State).Append('\n');
        foreach (var (_, warning) in view.Warnings) text.Append("⚠ ").Append(warning).Append('\n');
        foreach (var row in SystemRow.Of(sample, null))
        {
            text.Append(row.Label.PadRight(9)).Append(row.Value)
                .Append(row.Detail.StartsWith("of ", StringComparison.Ordinal) || row.Detail.StartsWith("heap", StringComparison.Ordinal)
                    ? " " : ": ").Append(row.Detail.Replace(" · ", ", ", StringComparison.Ordinal));
            if (row.Label == SystemRow.Cpu && sample.CorePercents.Count is > 0 and <= 64)
                text.Append(": ").AppendJoin(' ', sample.CorePercents.Select(c => $"{c:0}"));
            text.Append('\n');
        }

        foreach (var gpu in sample.Gpus) text.Append(gpu.IsPart ? "  " : "").Append(gpu.Id).Append("  ").Append(Describe(gpu)).Append('\n');
        foreach (var note in sample.Notes) text.Append(note).Append('\n');
        return text.ToString(0, text.Length - 1);
    }

    private static string Describe(GpuSample gpu)
    {
        string[] facts =
        [
            gpu.Problem ?? "",
            gpu.Utilization is null ? "" : Percent(gpu.Utilization),
            gpu is { MemoryUsed: { } used, MemoryTotal: { } total } ? Share(used, total) : "",
            Temperature(gpu.Temperature),
            Power(gpu),
            Clocks(gpu),
            Processes(gpu.Processes),
        ];
        return $"{gpu.Name}: {string.Join(", ", facts.Where(f => f.Length > 0))}";
    }
}
