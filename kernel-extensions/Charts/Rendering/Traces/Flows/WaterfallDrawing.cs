using Qiansi.Charts.Rendering.Traces.Bars;

namespace Qiansi.Charts.Rendering.Traces.Flows;

/// <summary>A sum step by step: each bar begins where the one before it ended, totals begin at the base.</summary>
internal sealed class WaterfallDrawing(Trace trace, string color) : BarDrawing(trace, color)
{
    private string[] _colors = [];

    public override bool IsHorizontal => Trace.Text("orientation") == "h";

    public override IEnumerable<LegendEntry> Legend => Name.Length == 0 ? [] : [new(Name, Of("increasing"), LegendMark.Swatch)];

    public override void Measure()
    {
        base.Measure();
        var start = Trace.Number("base") ?? 0;
        var sum = 0.0;
        _colors = new string[Lengths.Length];
        // The given column stays as it is: it belongs to the figure.
        var (steps, given) = (new double[Lengths.Length], Lengths);
        for (var i = 0; i < given.Length; i++)
        {
            var measure = Trace.TextAt("measure", i);
            var change = double.IsFinite(given[i]) ? given[i] : 0;
            if (measure is "total" or "absolute")
            {
                if (measure == "absolute") sum = change;
                (Bases[i], steps[i], _colors[i]) = (start, sum, Of("totals"));
                continue;
            }

            (Bases[i], steps[i], _colors[i]) = (start + sum, change, Of(change < 0 ? "decreasing" : "increasing"));
            sum += change;
        }

        Lengths = steps;
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        svg.Group(style: new SvgStyle(Opacity: Opacity));
        for (var i = 0; i < Lengths.Length; i++)
        {
            var (left, top, width, height) = Rectangle(i, 0);
            svg.Rect(left, top, width, height, new SvgStyle(Fill: _colors[i]), 0, Hover(Words(i)));
            if (i + 1 < Lengths.Length && Trace.Object("connector").Flag("visible") is not false) Connect(svg, i);
        }

        svg.End();
        if (Lengths.Length <= 80) BarTexts.Draw(svg, this, [.. Enumerable.Range(0, Lengths.Length)], _colors.FirstOrDefault() ?? Color);
    }

    private void Connect(SvgWriter svg, int i)
    {
        var (a, b) = (Rectangle(i, 0), Rectangle(i + 1, 0));
        var level = ValueAxis.Pixel(Bases[i] + Lengths[i]);
        if (IsHorizontal) svg.Line(level, a.Top + a.Height, level, b.Top, SvgStyle.Axis);
        else svg.Line(a.Left + a.Width, level, b.Left, level, SvgStyle.Axis);
    }

    private string Of(string kind) => CssColor.Safe(Trace.Object(kind).Object("marker").Text("color")) ?? kind switch
    {
        "increasing" => Palette.Categories[2].ToString(),
        "decreasing" => Palette.Categories[1].ToString(),
        _ => Palette.Categories[0].ToString(),
    };
}
