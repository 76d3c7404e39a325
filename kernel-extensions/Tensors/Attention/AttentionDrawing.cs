using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Multiples;

namespace Qiansi.Tensors.Attention;

/// <summary>
/// Draws heads side by side, tokens at their sides where there is room. The pointer finds what each query looks at; small maps tell every
/// weight.
/// </summary>
internal static class AttentionDrawing
{
    private const double Widest = 680;
    private const int MostCells = 220;
    private const int MostRowTitles = 300;
    private static readonly SvgStyle Mask = new(Fill: "currentColor", Opacity: 0.07);

    /// <summary>Draws the heads.</summary>
    public static string Draw(AttentionHeads attention, IReadOnlyList<int> heads, HeatScale scale)
    {
        var (queries, keys) = (attention.Queries.Count, attention.Keys.Count);
        var cell = Math.Clamp(
            Math.Floor((heads.Count == 1 ? 420 : heads.Count <= 4 ? 260 : 180) / (double)Math.Max(queries, keys) * 2) / 2, 1, 26);
        var hasTokens = cell >= 9;
        var longest = hasTokens ? attention.Queries.Concat(attention.Keys).Max(t => TextWidth.Of(Short(t), 10)) : 0;
        var (left, top) = (hasTokens ? longest + 6 : 1, 16 + (hasTokens ? longest + 6 : 0));
        var (width, height) = (keys * cell, queries * cell);
        var (stepX, stepY) = (left + width + 14, top + height + 8);
        var perRow = Math.Max(1, Math.Min(heads.Count, (int)((Widest - ColorBar.Width) / stepX)));
        var rows = (heads.Count + perRow - 1) / perRow;
        var svg = new SvgWriter((perRow * stepX) + ColorBar.Width, Math.Max((rows * stepY) + 4, top + 60),
            $"attention of {heads.Count} heads, {queries} queries by {keys} keys");
        for (var i = 0; i < heads.Count; i++)
        {
            var (x, y) = ((i % perRow * stepX) + left, (i / perRow * stepY) + top);
            if (attention.Heads.Count > 1) svg.Text(x, y - top + 11, $"head {heads[i]}", size: 11, weight: "600");
            Head(svg, attention, heads[i], heads.Count, scale, x, y, cell);
            if (hasTokens) Tokens(svg, attention, x, y, cell);
            svg.Rect(x, y, width, height, SvgStyle.Outline(0.5, 0.5));
        }

        ColorBar.Draw(svg, perRow * stepX, top, Math.Min(height, 140), scale, hasNotFinite: false);
        return svg.ToHtml();
    }

    private static void Head(SvgWriter svg, AttentionHeads attention, int head, int heads, HeatScale scale, double x, double y, double cell)
    {
        var plane = attention.Heads[head];
        bool IsMasked(int q, int k) => attention.IsCausal && k > q;
        if (attention.IsCausal) svg.Path(Staircase(plane.Rows, x, y, cell), Mask, "masked: a token sees only those up to itself");
        if (heads * plane.Values.Length <= MostCells)
        {
            for (var q = 0; q < plane.Rows; q++)
            {
                for (var k = 0; k < plane.Columns; k++)
                {
                    if (IsMasked(q, k)) continue;
                    svg.Rect(x + (k * cell), y + (q * cell), cell, cell, SvgStyle.Filled(scale.At(plane[q, k])),
                        title: $"{attention.Queries[q]} → {attention.Keys[k]}: {NumberText.Short(plane[q, k], 3)}");
                }
            }

            return;
        }

        var blocks = TensorPanels.Reduced(plane.Source, TensorPanels.Side(heads));
        svg.Image(x, y, plane.Columns * cell, plane.Rows * cell, HeatPicture.Paint(blocks, scale, IsMasked).DataUri());
        if (heads * plane.Rows > MostRowTitles) return;
        var most = heads * plane.Rows <= 100 ? 5 : 3;
        for (var q = 0; q < plane.Rows; q++)
            svg.Rect(x, y + (q * cell), plane.Columns * cell, cell, HeatPicture.Clear,
                title: $"{attention.Queries[q]} → {attention.Strongest(head, q, most)}");
    }

    private static void Tokens(SvgWriter svg, AttentionHeads attention, double x, double y, double cell)
    {
        for (var q = 0; q < attention.Queries.Count; q++)
            svg.Text(x - 5, y + ((q + 0.5) * cell) + 3.5, Short(attention.Queries[q]), "end", 10);
        for (var k = 0; k < attention.Keys.Count; k++)
            svg.Text(x + ((k + 0.5) * cell) + 3.5, y - 5, Short(attention.Keys[k]), size: 10, rotate: -90);
    }

    /// <summary>The cells right of the diagonal as one shape.</summary>
    private static string Staircase(int tokens, double x, double y, double cell)
    {
        string At(int column, int row) => $"{SvgWriter.Number(x + (column * cell))} {SvgWriter.Number(y + (row * cell))}";
        var steps = Enumerable.Range(1, tokens - 1).Select(i => $"L{At(i, i - 1)}L{At(i, i)}");
        return $"M{At(tokens, 0)}L{At(1, 0)}{string.Concat(steps)}L{At(tokens, tokens - 1)}Z";
    }

    private static string Short(string token) => token.Length > 12 ? token[..11] + "…" : token;
}
