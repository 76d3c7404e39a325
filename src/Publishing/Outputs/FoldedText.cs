using System.Globalization;

namespace Qiansi.Publishing.Outputs;

/// <summary>Text of many lines: its head in sight, the rest folded away.</summary>
internal static class FoldedText
{
    /// <summary>Longest text, in characters of HTML, that is shown whole whatever its number of lines.</summary>
    private const int MaxCharacters = 20_000;

    /// <summary>HTML of the lines.</summary>
    /// <param name="lines">HTML of each line.</param>
    /// <param name="limit">Lines that are shown whole; of a longer text half as many stay in sight.</param>
    public static string Html(IReadOnlyList<string> lines, int limit)
    {
        var visible = lines.Count <= limit ? lines.Count : limit / 2;
        for (var (i, length) = (0, 0); i < visible; i++)
            if ((length += lines[i].Length) > MaxCharacters) visible = Math.Max(1, i);
        var head = visible == 0 ? "" : $"<pre>{string.Join('\n', lines.Take(visible))}</pre>";
        if (visible == lines.Count) return head;
        var rest = lines.Count - visible;
        var summary = rest == 1 ? "1 more line" : string.Create(CultureInfo.InvariantCulture, $"{rest:N0} more lines");
        return $"{head}<details class=\"more\"><summary>{summary}</summary><pre>{string.Join('\n', lines.Skip(visible))}</pre></details>";
    }
}
