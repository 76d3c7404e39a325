using Qiansi.Drawing;

namespace Qiansi.Boards.Drawing;

/// <summary>Colours of the numbers on a board: one direction, or two around zero where signs mix.</summary>
internal sealed class HeatRange
{
    private const int Steps = 24;

    private readonly double _low, _high;
    private readonly ColorScale _scale;

    private HeatRange(double low, double high)
    {
        var mixed = low < 0 && high > 0;
        (_low, _high) = mixed ? (-Math.Max(-low, high), Math.Max(-low, high)) : (low, high);
        _scale = mixed ? ColorScale.Diverging : ColorScale.Blues;
    }

    /// <summary>The range of numbers; null when there are none.</summary>
    public static HeatRange? Of(IEnumerable<double> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : new(all.Min(), all.Max());
    }

    public Rgb ColorOf(double value) => _scale.At(value, _low, _high);

    /// <summary>The scale with its ends.</summary>
    public void Legend(SvgWriter svg, double x, double y, double width, string? name)
    {
        for (var i = 0; i < Steps; i++)
            svg.Rect(x + i * width / Steps, y, width / Steps + 0.5, 10, SvgStyle.Filled(_scale.At((i + 0.5) / Steps)));
        svg.Text(x, y + 24, NumberText.Short(_low)).Text(x + width, y + 24, NumberText.Short(_high), "end");
        if (name is not null) svg.Text(x + width / 2, y + 24, name, "middle");
    }
}
