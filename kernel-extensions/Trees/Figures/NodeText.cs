using System.Text;

namespace Qiansi.Trees.Figures;

/// <summary>Labels cut to what a drawing has room for.</summary>
internal static class NodeText
{
    private const int LineLength = 48;
    private const int LineCount = 8;
    private const int TooltipLength = 400;

    /// <summary>The lines of a label; at least one.</summary>
    public static string[] Lines(string label)
    {
        var lines = label.ReplaceLineEndings("\n").Split('\n').Select(l => Short(l, LineLength)).ToArray();
        return lines.Length <= LineCount ? lines : [.. lines[..(LineCount - 1)], $"… {lines.Length - LineCount + 1} more lines"];
    }

    /// <summary>A label on one line.</summary>
    public static string OneLine(string label, int length = LineLength) => Short(label.ReplaceLineEndings(" · "), length);

    /// <summary>What the pointer shows: the tooltip, or the label when some of it is left out.</summary>
    public static string? Tooltip(GraphNode node)
    {
        if (node.Tooltip is { } tooltip) return Short(tooltip, TooltipLength);
        var text = node.Cells is { } cells ? string.Join(" | ", cells) : node.Label;
        return text.ReplaceLineEndings("\n").Split('\n') is var lines && (lines.Length > LineCount || lines.Any(l => l.Length > LineLength))
            ? Short(text, TooltipLength) : null;
    }

    /// <summary>Text of at most so many characters; control characters are shown as their pictures.</summary>
    public static string Short(string text, int length)
    {
        var cut = text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";
        if (!cut.Any(c => c is < ' ' and not '\n')) return cut;
        var shown = new StringBuilder(cut);
        for (var i = 0; i < shown.Length; i++) if (shown[i] is < ' ' and not '\n') shown[i] = (char)('\u2400' + shown[i]);
        return shown.ToString();
    }
}
