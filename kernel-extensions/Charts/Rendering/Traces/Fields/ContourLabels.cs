namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>The heights along contours.</summary>
internal static class ContourLabels
{
    /// <summary>Writes each level once on its longest line, where no other label stands.</summary>
    public static void Draw(SvgWriter svg, double[] levels, List<List<(double X, double Y, bool IsBorder)>>[] loops, Box area, double size)
    {
        var taken = new List<Box>();
        for (var k = 0; k < levels.Length; k++)
        {
            var longest = loops[k].MaxBy(l => l.Count(p => !p.IsBorder));
            if (longest is null) continue;
            var text = NumberText.Short(levels[k], 3);
            var (half, inner) = (TextWidth.Of(text, size) / 2 + 2, longest.Where(p => !p.IsBorder).ToArray());
            if (inner.Length < 8) continue;
            foreach (var part in new[] { 0.5, 0.3, 0.7, 0.15, 0.85 })
            {
                var at = inner[(int)(part * (inner.Length - 1))];
                var box = new Box(at.X - half, at.Y - size * 0.7, at.X + half, at.Y + size * 0.7);
                if (box.Left < area.Left + 3 || box.Right > area.Right - 3 || box.Top < area.Top + 3
                    || box.Bottom > area.Bottom - 3) continue;
                if (taken.Exists(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom)) continue;
                taken.Add(box);
                svg.Raw("<g style=\"paint-order:stroke\" stroke=\"#fff\" stroke-opacity=\".75\" stroke-width=\"3\" "
                    + "stroke-linejoin=\"round\">")
                    .Text(at.X, at.Y + size * 0.35, text, "middle", size, "#111111").Raw("</g>");
                break;
            }
        }
    }
}
