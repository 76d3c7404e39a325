namespace Qiansi.Charts.Rendering.Traces.Bars;

/// <summary>Texts in or beside bars.</summary>
internal static class BarTexts
{
    private const double Size = 11;

    /// <summary>Writes each bar's text: inside at its end when it fits, else outside.</summary>
    public static void Draw(SvgWriter svg, BarDrawing bars, int[] shown, string fill)
    {
        var position = bars.Trace.Text("textposition") ?? "auto";
        if (position == "none") return;
        foreach (var i in shown)
        {
            if (Text(bars, i) is not { Length: > 0 } text) continue;
            var (left, top, width, height) = bars.Rectangle(i, 0);
            var (needed, isNegative) = (TextWidth.Of(text, Size), bars.Lengths[i] < 0);
            var fits = bars.IsHorizontal ? width > needed + 10 && height >= Size : height > Size + 8 && width > needed + 2;
            var isInside = position == "inside" || position == "auto" && fits;
            var color = isInside
                ? (CssColor.Parse(CssColor.Safe(bars.Trace.Object("marker").TextAt("color", i)) ?? fill)?.TextOnTop.ToString()
                    ?? "#ffffff") : null;
            if (bars.IsHorizontal)
            {
                var end = isNegative ? left : left + width;
                var towards = isInside ^ isNegative ? -5 : 5;
                svg.Text(end + towards, top + height / 2 + 4, text, towards < 0 ? "end" : "start", Size, color);
            }
            else
            {
                var end = isNegative ? top + height : top;
                svg.Text(left + width / 2, isInside == isNegative ? end - 5 : end + 13, text, "middle", Size, color);
            }
        }
    }

    private static string? Text(BarDrawing bars, int i)
    {
        var text = bars.Trace.TextAt("text", i);
        if (bars.Trace.Text("texttemplate") is { } template)
        {
            var value = NumberText.Short(bars.Lengths[i]);
            text = template.Replace("%{y}", value).Replace("%{x}", value).Replace("%{text}", text ?? "");
        }

        return text is null ? null : PlainWords.Short(PlainWords.Line(text), 40);
    }
}
