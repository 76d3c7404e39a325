using Qiansi.Tensors.Attention;

namespace Qiansi.Tensors.AttentionLines;

/// <summary>Draws two sentences, one above the other, and the lines between them.</summary>
internal static class LinesDrawing
{
    private const double Size = 13, Gap = 110, Padding = 8, LetterPadding = 4;

    /// <summary>Draws the sentences and lines.</summary>
    public static string Draw(AttentionHeads attention, IReadOnlyList<int> heads, WeightLines lines)
    {
        var (keyWidths, queryWidths) = (Widths(attention.Keys), Widths(attention.Queries));
        var legend = heads.Count > 1 ? 20 : 0;
        var width = Math.Max(Math.Max(keyWidths.Sum(), queryWidths.Sum()), legend > 0 ? heads.Count * 58 : 0) + 2;
        var (keys, queries) = (Centres(keyWidths, width), Centres(queryWidths, width));
        var (top, bottom) = (legend + 20.0, legend + 20 + Gap);
        var svg = new SvgWriter(width, bottom + 20,
            $"attention as lines from {attention.Queries.Count} queries to {attention.Keys.Count} keys");
        for (var i = 0; legend > 0 && i < heads.Count; i++)
            svg.Text(1 + (i * 58), 12, $"head {heads[i]}", size: 11, weight: "600", fill: Palette.Category(i).ToString());
        for (var i = 0; i < keys.Length; i++) svg.Text(keys[i], top - 6, attention.Keys[i], "middle", Size);
        for (var i = 0; i < queries.Length; i++) svg.Text(queries[i], bottom + 14, attention.Queries[i], "middle", Size);
        foreach (var line in lines.Shown)
        {
            var (x1, x2, middle) = (queries[line.Query], keys[line.Key], (top + bottom) / 2);
            string N(double value) => SvgWriter.Number(value);
            var color = Palette.Category(heads.ToList().IndexOf(line.Head));
            svg.Path($"M{N(x1)} {N(bottom)}C{N(x1)} {N(middle)} {N(x2)} {N(middle)} {N(x2)} {N(top)}",
                SvgStyle.Line(color, 0.5 + (3 * line.Weight)) with { Opacity = Math.Round(0.15 + (0.75 * line.Weight), 2) },
                Title(attention, heads, line));
        }

        return svg.ToHtml();
    }

    private static string Title(AttentionHeads attention, IReadOnlyList<int> heads, WeightLine line) =>
        $"{(heads.Count > 1 ? $"head {line.Head}: " : "")}{attention.Queries[line.Query]} → {attention.Keys[line.Key]}: "
            + NumberText.Short(line.Weight, 3);

    /// <summary>Room of each token; a sentence of single letters stands closer together.</summary>
    private static double[] Widths(IReadOnlyList<string> tokens)
    {
        var padding = tokens.All(t => t.Length == 1) ? LetterPadding : Padding;
        return [.. tokens.Select(t => TextWidth.Of(t, Size) + padding)];
    }

    private static double[] Centres(double[] widths, double room)
    {
        var (at, centres) = ((room - widths.Sum()) / 2, new double[widths.Length]);
        for (var i = 0; i < widths.Length; i++)
        {
            centres[i] = at + (widths[i] / 2);
            at += widths[i];
        }

        return centres;
    }
}
