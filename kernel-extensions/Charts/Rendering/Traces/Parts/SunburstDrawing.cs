namespace Qiansi.Charts.Rendering.Traces.Parts;

/// <summary>Rings around the whole, each divided as the one within it.</summary>
internal sealed class SunburstDrawing(Trace trace, string[] colors) : HierarchyDrawing(trace, colors)
{
    private const double Size = 11;
    private int _left;

    protected override void DrawWhole(SvgWriter svg, Box area, int most)
    {
        _left = most;
        var thickness = (Math.Min(area.Width, area.Height) / 2 - 6) / (Hierarchy.All(Whole).Max(p => p.Depth) + 1);
        Draw(svg, Whole, area, thickness, 0, 1);
        if (_left < 0) LeftOut = $"{NumberText.Count(most)} of {NumberText.Count(Hierarchy.All(Whole).Count())} parts drawn";
    }

    private void Draw(SvgWriter svg, HierarchyPart part, Box area, double thickness, double from, double to)
    {
        if (--_left < 0) return;
        var (inner, outer) = (part.Depth * thickness, (part.Depth + 1) * thickness);
        if (part.Color is not null)
        {
            svg.Path(RingSlice.Path(area.CenterX, area.CenterY, outer, inner, from, to), Paint(part).Style, Words(part));
            Label(svg, part, area, (inner + outer) / 2, thickness, from, to);
        }

        foreach (var child in part.Parts)
        {
            var share = (to - from) * child.Value / Math.Max(part.Value, part.Parts.Sum(p => p.Value));
            Draw(svg, child, area, thickness, from, from + share);
            from += share;
        }
    }

    /// <summary>The name across the ring where the slice is wide, else along the radius; left out where it fits neither way.</summary>
    private static void Label(SvgWriter svg, HierarchyPart part, Box area, double radius, double thickness, double from, double to)
    {
        if (part.Depth == 0) (radius, thickness) = (0, thickness * 2);
        var text = PlainWords.Short(part.Label, Math.Max(2, (int)((thickness - 6) / (Size * 0.6))));
        var arc = (to - from) * 2 * Math.PI * radius;
        if (TextWidth.Of(text, Size) > thickness - 4 || part.Depth > 0 && arc < Size + 2) return;
        var middle = (from + to) / 2;
        var rotate = part.Depth == 0 ? 0 : middle * 360 - 90;
        if (rotate > 90) rotate -= 180;
        svg.Raw("<g stroke=\"none\">");
        svg.Text(area.CenterX + radius * RingSlice.Sin(middle), area.CenterY - radius * RingSlice.Cos(middle) + (rotate == 0 ? 4 : 0),
            text, "middle", Size, Paint(part).Ink, rotate: rotate);
        svg.Raw("</g>");
    }
}
