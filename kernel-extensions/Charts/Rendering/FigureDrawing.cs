using Qiansi.Charts.Films;
using Qiansi.Charts.Output;
using Qiansi.Charts.Rendering.Traces;
using Qiansi.Charts.Rendering.Traces.Bars;
using Qiansi.Charts.Rendering.Traces.Distributions;

namespace Qiansi.Charts.Rendering;

/// <summary>Draws a figure: its series measure the axes, the layout gives everything its place, then all is drawn.</summary>
internal sealed class FigureDrawing
{
    private readonly Charts.Layout _layout;
    private readonly List<TraceDrawing> _traces;
    private readonly AxisSet _axes;
    private readonly double _scale;
    private IReadOnlyList<FilmStep> _steps = [];
    private HashSet<Trace>? _behind;

    private FigureDrawing(GenericChart chart, double scale, Func<int, int>? place = null)
    {
        (_layout, _scale) = (chart.Layout, scale);
        _axes = new AxisSet(_layout);
        _traces = TraceDrawings.Of(chart, _axes, place ?? (i => i));
    }

    /// <summary>The drawing of a figure.</summary>
    /// <param name="chart">The figure.</param>
    /// <param name="scale">How much it may hold: 1 for all that is meant to be there, less to make it smaller.</param>
    public static SvgWriter Draw(GenericChart chart, double scale = 1) => new FigureDrawing(chart, scale).Draw(PlainText.Of(chart));

    /// <summary>
    /// The drawing of a film: its steps are groups, <c>a</c> for what stays and <c>s</c> for what shows in its step alone.
    /// </summary>
    /// <param name="background">What all steps share.</param>
    /// <param name="named">Series that measure the axes and stand in the legend, but are drawn by the steps.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="scale">How much it may hold.</param>
    public static SvgWriter DrawFilm(GenericChart background, IReadOnlyList<Trace> named, IReadOnlyList<FilmStep> steps, double scale)
    {
        var all = new GenericChart([.. background.Traces, .. named, .. steps.SelectMany(s => s.Adds.Concat(s.Shows))], background.Layout);
        var fixedOnes = background.Traces.Count + named.Count;
        int[] places = [.. Enumerable.Range(0, fixedOnes),
            .. steps.SelectMany(s => Enumerable.Range(0, s.Adds.Count + s.Shows.Count).Select(i => background.Traces.Count + i))];
        var drawing = new FigureDrawing(all, scale, i => places[i]) { _steps = steps, _behind = [.. background.Traces] };
        return drawing.Draw(PlainText.Of(new GenericChart([.. background.Traces, .. named], background.Layout)));
    }

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
        foreach (var trace in InOrder().Where(t => _behind?.Contains(t.Trace) is not false))
            DrawTrace(svg, trace, plan.AreaOf(trace), budget);
        if (_steps.Count > 0) DrawSteps(svg, plan, budget);
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
        // Series of different steps of a film never stand beside each other.
        var step = _steps.SelectMany((s, i) => s.Adds.Concat(s.Shows).Select(t => (t, i))).ToDictionary(t => t.t, t => t.i);
        int StepOf(TraceDrawing drawing) => step.GetValueOrDefault(drawing.Trace, -1);
        foreach (var group in _traces.OfType<BarDrawing>().GroupBy(b => (b.X, b.Y, b.IsHorizontal, StepOf(b))))
            BarPlaces.Arrange([.. group], _layout);
        foreach (var group in _traces.OfType<DistributionDrawing>().GroupBy(d => (d.X, d.Y, StepOf(d))))
            GroupPlaces.Arrange([.. group], _layout);
        foreach (var group in _traces.OfType<ScatterDrawing>().GroupBy(StepOf)) StackedAreas.Arrange([.. group]);
        foreach (var bar in _traces.OfType<BarDrawing>()) bar.Include();
        foreach (var line in _traces.OfType<ScatterDrawing>()) line.Include();
        _axes.Settle();
    }

    private void DrawSteps(SvgWriter svg, FigurePlan plan, DrawingBudget budget)
    {
        var drawings = _traces.GroupBy(t => t.Trace).ToDictionary(g => g.Key, g => g.First());
        foreach (var (letter, which) in new (string, Func<FilmStep, IReadOnlyList<Trace>>)[] { ("a", s => s.Adds), ("s", s => s.Shows) })
        {
            svg.Raw("<g>");
            foreach (var step in _steps)
            {
                // Where styles are dropped, what is shown in single steps would lie on one another: it is hidden from the start.
                svg.Raw(letter == "a" ? "<g class=\"a\">" : "<g class=\"s\" display=\"none\">");
                foreach (var trace in which(step)) if (drawings.TryGetValue(trace, out var drawing))
                    DrawTrace(svg, drawing, plan.AreaOf(drawing), budget);
                if (letter == "s") svg.Text(plan.Whole.Right, plan.Whole.Top - 4, PlainWords.Line(step.Caption), "end", opacity: 0.85);
                svg.Raw("</g>");
            }

            svg.Raw("</g>");
        }
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
            var box = $"{SvgWriter.Number(area.Left)} {SvgWriter.Number(area.Top)} {SvgWriter.Number(area.Width)} "
                + $"{SvgWriter.Number(area.Height)}";
            svg.Raw($"<svg x=\"{SvgWriter.Number(area.Left)}\" y=\"{SvgWriter.Number(area.Top)}\" "
                + $"width=\"{SvgWriter.Number(area.Width)}\" height=\"{SvgWriter.Number(area.Height)}\" viewBox=\"{box}\" "
                + "overflow=\"hidden\">");
        }

        trace.Draw(svg, area, budget);
        if (isClipped) svg.Raw("</svg>");
    }
}
