// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Holds <c>Layout.Layout</c>, as XPlot names it.</summary>
public abstract class Layout : LayoutTypes
{
    private Layout()
    {
    }
}
