using Qiansi.Charts.Output;
using Qiansi.Charts.Rendering.Axes;
using Qiansi.Charts.Rendering.Layout;
using Qiansi.Charts.Rendering.Traces;
using Qiansi.Charts.Rendering.Traces.Bars;
using Qiansi.Charts.Rendering.Traces.Distributions;
using Qiansi.Drawing;

namespace Qiansi.Charts.Rendering;

/// <summary>Draws a figure: its series measure the axes, the layout gives everything its place, then all is drawn.</summary>
internal sealed class FigureDrawing
{
    private readonly Charts.Layout _layout;
    private readonly List<TraceDrawing> _traces;
    private readonly AxisSet _axes;
    private readonly double _scale;

    private FigureDrawing(GenericChart chart, double scale)
    {
        (_layout, _scale) = (chart.Layout, scale);
        _axes = new AxisSet(_layout);
        _traces = TraceDrawings.Of(chart, _axes);
    }

    /// <summary>The drawing of a figure.</summary>
    /// <param name="chart">The figure.</param>
    /// <param name="scale">How much it may hold: 1 for all that is meant to be there, less to make it smaller.</param>
    public static SvgWriter Draw(GenericChart chart, double scale = 1) => new FigureDrawing(chart, scale).Draw(PlainText.Of(chart));

    private SvgWriter Draw(string label)
    {
        Measure();
        var plan = new FigurePlan(_layout, _traces, _axes);
        var svg = new SvgWriter(plan.Width, plan.Height, label);
        // Ten pixels of type in a drawing that is shrunk to a phone's width would be unreadable; nothing is smaller than that here.
        plan.DrawTitle(svg);
        foreach (var plot in plan.Plots) PlotFrame.DrawGrid(svg, plot);
        FigureShapes.Draw(svg, _layout, _axes, plan, isBelow: true);
        var budget = new DrawingBudget(_scale);
        foreach (var trace in InOrder()) DrawTrace(svg, trace, plan.AreaOf(trace), budget);
        FigureShapes.Draw(svg, _layout, _axes, plan, isBelow: false);
        foreach (var plot in plan.Plots) PlotFrame.DrawAxes(svg, plot);
        FigureAnnotations.Draw(svg, _layout, _axes, plan);
        plan.DrawAround(svg);
        return svg;
    }

    private void Measure()
    {
        foreach (var trace in _traces.Where(t => t.X is not null)) trace.Learn();
        foreach (var trace in _traces) trace.Measure();
        foreach (var group in _traces.OfType<BarDrawing>().GroupBy(b => (b.X, b.Y, b.IsHorizontal))) BarPlaces.Arrange([.. group], _layout);
        foreach (var group in _traces.OfType<DistributionDrawing>().GroupBy(d => (d.X, d.Y))) GroupPlaces.Arrange([.. group], _layout);
        StackedAreas.Arrange([.. _traces.OfType<ScatterDrawing>()]);
        foreach (var bar in _traces.OfType<BarDrawing>()) bar.Include();
        foreach (var line in _traces.OfType<ScatterDrawing>()) line.Include();
        _axes.Settle();
    }

    /// <summary>Fields lie below bars, bars below lines, as Plotly stacks them.</summary>
    private IEnumerable<TraceDrawing> InOrder() => _traces.OrderBy(t => t switch
    {
        Traces.Fields.FieldDrawing => 0,
        BarDrawing => 1,
        ScatterDrawing line when line.Trace.Text("mode") == "markers" => 3,
        ScatterDrawing => 2,
        _ => 1,
    });

    private static void DrawTrace(SvgWriter svg, TraceDrawing trace, Box area, DrawingBudget budget)
    {
        var isClipped = trace.X?.MayOverflow is true || trace.Y?.MayOverflow is true;
        // An svg within the svg clips what is outside of it, and needs no id that another drawing on the page could have too.
        if (isClipped)
        {
            var box = $"{SvgWriter.Number(area.Left)} {SvgWriter.Number(area.Top)} {SvgWriter.Number(area.Width)} {SvgWriter.Number(area.Height)}";
            svg.Raw($"<svg x=\"{SvgWriter.Number(area.Left)}\" y=\"{SvgWriter.Number(area.Top)}\" width=\"{SvgWriter.Number(area.Width)}\" height=\"{SvgWriter.Number(area.Height)}\" viewBox=\"{box}\" overflow=\"hidden\">");
        }

        trace.Draw(svg, area, budget);
        if (isClipped) svg.Raw("</svg>");
    }
}
