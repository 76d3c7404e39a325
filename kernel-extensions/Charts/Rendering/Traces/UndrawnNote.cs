namespace Qiansi.Charts.Rendering.Traces;

/// <summary>In place of a series of a kind that only Plotly's script draws: a note below the others.</summary>
internal sealed class UndrawnNote : TraceDrawing
{
    public UndrawnNote(Trace trace, string color)
        : base(trace, color) =>
        LeftOut = $"{(Name.Length > 0 ? $"{Name} ({trace.Type})" : trace.Type)} is drawn only where Plotly's script runs";

    public override bool HasAxes => false;

    public override bool MayLeaveOut => true;

    public override IEnumerable<LegendEntry> Legend => [];

    public override void Measure()
    {
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
    }
}
