using System.Text;

namespace Qiansi.Tensors.Classification;

/// <summary>A confusion matrix in characters.</summary>
internal static class ConfusionText
{
    private const int Most = 20;

    /// <summary>The counts as a table, rows the true class.</summary>
    public static string Of(ConfusionCounts counts, IReadOnlyList<string> labels, string facts, string? worst)
    {
        var text = new StringBuilder(facts);
        if (worst is not null) text.Append('\n').Append(worst);
        if (counts.Classes > Most) return text.ToString();
        var head = labels.Max(l => l.Length);
        int[] widths = [.. Enumerable.Range(0, counts.Classes)
            .Select(p => Math.Max(labels[p].Length, Enumerable.Range(0, counts.Classes).Max(a => NumberText.Count(counts[a, p]).Length)))];
        text.Append('\n').Append(' ', head);
        for (var p = 0; p < counts.Classes; p++) text.Append("  ").Append(labels[p].PadLeft(widths[p]));
        for (var a = 0; a < counts.Classes; a++)
        {
            text.Append('\n').Append(labels[a].PadRight(head));
            for (var p = 0; p < counts.Classes; p++) text.Append("  ").Append(NumberText.Count(counts[a, p]).PadLeft(widths[p]));
        }

        return text.Append("\n(rows: true class, columns: predicted)").ToString();
    }
}
