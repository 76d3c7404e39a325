namespace Qiansi.Charts.Rendering.Layout;

/// <summary>The bar beside a plot that says which colour means which number.</summary>
/// <param name="Colors">The colours.</param>
/// <param name="Title">What the numbers are.</param>
/// <param name="Levels">Only these numbers have a colour of their own: contours; null for all.</param>
internal sealed record ColorBar(NumberColors Colors, string? Title, double[]? Levels = null)
{
    private const double BarWidth = 14;
    private const int Slices = 40;

    /// <summary>The ticks beside it.</summary>
    private (double[] Places, string[] Labels) Ticks
    {
        get
        {
            if (!(Colors.Max > Colors.Min)) return ([Colors.Min], [NumberText.Short(Colors.Min)]);
            var places = Qiansi.Drawing.Ticks.Linear(Colors.Min, Colors.Max, 5);
            return (places, Qiansi.Drawing.Ticks.Labels(places));
        }
    }

    /// <summary>Width of bar, labels and space before them.</summary>
    public double Width => 18 + BarWidth + 8 + Ticks.Labels.Select(l => TextWidth.Of(l, 11)).DefaultIfEmpty(0)
        .Max() + (Title is null ? 0 : 18);

    /// <summary>Draws it.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="left">Where its space begins.</param>
    /// <param name="top">Top of the plot.</param>
    /// <param name="bottom">Bottom of the plot.</param>
    public void Draw(SvgWriter svg, double left, double top, double bottom)
    {
        var x = left + 18;
        var height = bottom - top;
        var slices = Levels is { Length: > 0 } levels ? levels.Length + 1 : Slices;
        for (var i = 0; i < slices; i++)
        {
            // Slices overlap by half a pixel, so that no seam shows between them.
            var part = (i + 0.5) / slices;
            var y = bottom - (i + 1) * height / slices;
            svg.Rect(x, y, BarWidth, height / slices + (i > 0 ? 0.5 : 0), SvgStyle.Filled(Colors.AtPart(part)));
        }

        svg.Rect(x, top, BarWidth, height, SvgStyle.Outline(1, 0.3));
        var (places, labels) = Ticks;
        for (var i = 0; i < places.Length; i++)
        {
            var y = Colors.Max > Colors.Min ? bottom - (places[i] - Colors.Min) / (Colors.Max - Colors.Min) * height : (top + bottom) / 2;
            svg.Line(x + BarWidth, y, x + BarWidth + 4, y, SvgStyle.Axis).Text(x + BarWidth + 7, y + 4, labels[i], size: 11, opacity: 0.8);
        }

        if (Title is not null) svg.Text(left + Width - 4, (top + bottom) / 2, PlainWords.Line(Title), "middle", 12, rotate: -90);
    }
}
