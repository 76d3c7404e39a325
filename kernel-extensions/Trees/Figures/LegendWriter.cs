using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>Explains colours and widths below a drawing.</summary>
internal static class LegendWriter
{
    private const double Line = 22;
    private const double Bar = 120;

    /// <summary>Size of what explains the figure.</summary>
    public static (double Width, double Height) Measure(Figure figure, FigureColors colors, double limit)
    {
        var rows = Rows(figure, colors, limit);
        return rows.Count == 0 ? (0, 0) : (rows.Max(r => r.Sum(i => i.Width)), rows.Count * Line);
    }

    /// <summary>Draws it.</summary>
    public static void Write(SvgWriter svg, Figure figure, FigureColors colors, double left, double top, double limit)
    {
        var y = top + Line / 2;
        foreach (var row in Rows(figure, colors, limit))
        {
            var x = left;
            foreach (var item in row)
            {
                item.Draw(svg, x, y);
                x += item.Width;
            }

            y += Line;
        }
    }

    private static List<List<Item>> Rows(Figure figure, FigureColors colors, double limit)
    {
        var items = new List<Item>();
        if (colors.HasValues) items.Add(ValueItem(figure, colors));
        if (colors.HasWidths) items.Add(WidthItem(figure, colors));
        foreach (var category in colors.Categories) items.Add(CategoryItem(category, colors.Category(category)));
        var rows = new List<List<Item>>();
        var used = double.PositiveInfinity;
        foreach (var item in items)
        {
            if (used + item.Width > Math.Max(limit, 300))
            {
                rows.Add([]);
                used = 0;
            }

            rows[^1].Add(item);
            used += item.Width;
        }

        return rows;
    }

    private static Item ValueItem(Figure figure, FigureColors colors)
    {
        var (min, max) = colors.Values;
        var (from, to) = (NumberText.Short(min, 3), NumberText.Short(max, 3));
        var (titleWidth, fromWidth) = (Width(figure.ValueTitle, 10), Width(from, 6));
        return new(titleWidth + fromWidth + Bar + Width(to, 24) + 6, (svg, x, y) =>
        {
            Label(svg, x, y, figure.ValueTitle);
            Label(svg, x + titleWidth, y, from);
            var left = Math.Round(x + titleWidth + fromWidth);
            const int Steps = 40; // whole pixels, without seams
            for (var i = 0; i < Steps; i++)
                svg.Rect(left + i * Bar / Steps, y - 5, Bar / Steps, 10, SvgStyle.Filled(colors.Scale.At((i + 0.5) / Steps)));
            Label(svg, left + Bar + 6, y, to);
        });
    }

    private static Item WidthItem(Figure figure, FigureColors colors)
    {
        var (min, max) = colors.Widths;
        var (from, to) = (NumberText.Short(min, 3), NumberText.Short(max, 3));
        var (titleWidth, fromWidth) = (Width(figure.WidthTitle, 10), Width(from, 6));
        return new(titleWidth + fromWidth + 56 + Width(to, 24), (svg, x, y) =>
        {
            Label(svg, x, y, figure.WidthTitle);
            Label(svg, x + titleWidth, y, from);
            var left = x + titleWidth + fromWidth;
            var (thin, thick) = (colors.WidthAt(min) / 2, colors.WidthAt(max) / 2);
            svg.Polygon([(left, y - thin), (left + 50, y - thick), (left + 50, y + thick), (left, y + thin)], new(Opacity: 0.5));
            Label(svg, left + 56, y, to);
        });
    }

    private static Item CategoryItem(string category, Rgb color)
    {
        var text = NodeText.OneLine(category);
        return new(18 + Width(text, 18), (svg, x, y) =>
        {
            svg.Rect(x, y - 6, 12, 12, new(color.ToString(), Opacity: 0.17), 3)
                .Rect(x, y - 6, 12, 12, new("none", color.ToString(), 1.6), 3);
            Label(svg, x + 18, y, text);
        });
    }

    private static double Width(string text, double gap) => text.Length == 0 ? 0 : TextWidth.Of(text, 11) + gap;

    private static void Label(SvgWriter svg, double x, double y, string text)
    {
        if (text.Length > 0) svg.Text(x, y + 4, text, size: 11, opacity: 0.85);
    }

    private sealed record Item(double Width, Action<SvgWriter, double, double> Draw);
}
