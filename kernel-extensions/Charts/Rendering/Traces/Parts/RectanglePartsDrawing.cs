namespace Qiansi.Charts.Rendering.Traces.Parts;

/// <summary>Treemaps and icicles: rectangles whose areas are the sizes of the parts.</summary>
/// <remarks>Treemap: Bruls, Huizing, van Wijk, Squarified Treemaps, 2000.</remarks>
internal sealed class RectanglePartsDrawing(Trace trace, string[] colors) : HierarchyDrawing(trace, colors)
{
    private const double Size = 11, Head = 17;
    private int _left;

    protected override void DrawWhole(SvgWriter svg, Box area, int most)
    {
        _left = most;
        if (Trace.Type == "icicle") DrawColumn(svg, [Whole], area.Left, area.Width / (Hierarchy.All(Whole).Max(p => p.Depth) + 1),
            area.Top, area.Bottom);
        else DrawTile(svg, Whole, area);
        if (_left < 0) LeftOut = $"{NumberText.Count(most)} of {NumberText.Count(Hierarchy.All(Whole).Count())} parts drawn";
    }

    private void DrawColumn(SvgWriter svg, IEnumerable<HierarchyPart> parts, double left, double width, double top, double bottom)
    {
        var total = parts.Sum(p => p.Value);
        foreach (var part in parts)
        {
            var end = top + (bottom - top) * part.Value / total;
            if (!DrawBox(svg, part, new Box(left, top, left + width, end))) return;
            Label(svg, part, new Box(left, top, left + width, end));
            DrawColumn(svg, part.Parts, left + width, width, top,
                top + (end - top) * Math.Min(1, part.Parts.Sum(p => p.Value) / part.Value));
            top = end;
        }
    }

    private void DrawTile(SvgWriter svg, HierarchyPart part, Box box)
    {
        if (!DrawBox(svg, part, box)) return;
        var hasHead = part.Label.Length > 0 && box.Height > 2 * Head && part.Parts.Count > 0;
        if (hasHead || part.Parts.Count == 0) Label(svg, part, hasHead ? box with { Bottom = box.Top + Head } : box);
        if (part.Parts.Count == 0 || box.Width < 6 || box.Height < 6) return;
        var inner = new Box(box.Left + 2, box.Top + (hasHead ? Head : 2), box.Right - 2, box.Bottom - 2);
        foreach (var (child, tile) in Squarify(part.Parts, inner)) DrawTile(svg, child, tile);
    }

    private bool DrawBox(SvgWriter svg, HierarchyPart part, Box box)
    {
        if (--_left < 0) return false;
        if (part.Color is not null) svg.Rect(box.Left, box.Top, Math.Max(0, box.Width), Math.Max(0, box.Height), Paint(part).Style, 0,
            Words(part));
        return true;
    }

    private static void Label(SvgWriter svg, HierarchyPart part, Box box)
    {
        var most = (int)((box.Width - 8) / (Size * 0.6));
        if (most < 3 || box.Height < Size + 4) return;
        svg.Raw("<g stroke=\"none\">");
        svg.Text(box.Left + 4, box.Top + Size + 2, PlainWords.Short(part.Label, most), size: Size, fill: Paint(part).Ink);
        svg.Raw("</g>");
    }

    /// <summary>Rows of tiles along the shorter side, each as long as it makes its tiles squarer.</summary>
    private static IEnumerable<(HierarchyPart Part, Box Tile)> Squarify(IReadOnlyList<HierarchyPart> parts, Box box)
    {
        var unit = box.Width * box.Height / parts.Sum(p => p.Value);
        for (var at = 0; at < parts.Count;)
        {
            var side = Math.Min(box.Width, box.Height);
            var (sum, count, worst) = (0.0, 0, double.PositiveInfinity);
            for (; at + count < parts.Count; count++)
            {
                var next = sum + parts[at + count].Value * unit;
                var ratio = Math
                    .Max(side * side * parts[at].Value * unit / (next * next),
                    next * next / (side * side * parts[at + count].Value * unit));
                if (ratio > worst) break;
                (sum, worst) = (next, ratio);
            }

            var thickness = side > 0 ? sum / side : 0;
            var along = box.Width < box.Height ? box.Left : box.Top;
            foreach (var part in parts.Skip(at).Take(count))
            {
                var length = thickness > 0 ? part.Value * unit / thickness : 0;
                yield return (part, box.Width < box.Height
                    ? new Box(along, box.Top, along + length, box.Top + thickness)
                    : new Box(box.Left, along, box.Left + thickness, along + length));
                along += length;
            }

            box = box.Width < box.Height ? box with { Top = box.Top + thickness } : box with { Left = box.Left + thickness };
            at += count;
        }
    }
}
