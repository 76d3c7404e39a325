using Qiansi.Charts.Json;
using Qiansi.Charts.Output;
using Qiansi.Contracts;

namespace Qiansi.Charts;

/// <summary>A figure: series, layout, and how both are shown. Every <c>With…</c> gives a new one and leaves this as it is.</summary>
public sealed partial class GenericChart : IRendered
{
    internal GenericChart(IEnumerable<Trace> traces, Layout? layout = null, PlotlyObject? config = null) =>
        (Traces, Layout, Config) = ([.. traces], layout ?? new Layout(), config ?? new PlotlyObject());

    /// <summary>The series, in the order they are drawn.</summary>
    public IReadOnlyList<Trace> Traces { get; }

    /// <summary>Titles, axes, legend, size.</summary>
    public Layout Layout { get; }

    /// <summary>What the interactive figure lets its reader do.</summary>
    public PlotlyObject Config { get; }

    /// <summary>What a notebook shows: Plotly's JSON, a drawing as SVG, and words; each of at most 64 KiB.</summary>
    MimeBundle IRendered.Bundle => ChartBundle.Of(this);

    /// <summary>The figure in Plotly's JSON, with all its points.</summary>
    public string ToJson() => PlotlyJsonWriter.Write(FigureJson.Of(this));

    /// <summary>The drawing as a file of its own, which needs no script.</summary>
    /// <exception cref="NotSupportedException">All its series are of kinds that only Plotly's script draws.</exception>
    public string ToSvg() => ChartBundle.Drawing(this).ToFile();

    /// <summary>The drawing for a page of HTML, which needs no script.</summary>
    /// <exception cref="NotSupportedException">All its series are of kinds that only Plotly's script draws.</exception>
    public string ToHtml() => ChartBundle.Drawing(this).ToHtml();

    /// <summary>The figure in words.</summary>
    public override string ToString() => PlainText.Of(this);

    private GenericChart With(Action<Layout> change)
    {
        var layout = Layout.Copy();
        change(layout);
        return new(Traces, layout, Config);
    }

    private GenericChart WithTraces(Action<Trace> change)
    {
        Trace[] traces = [.. Traces.Select(t => t.Copy())];
        foreach (var trace in traces) change(trace);
        return new(traces, Layout, Config);
    }
}
