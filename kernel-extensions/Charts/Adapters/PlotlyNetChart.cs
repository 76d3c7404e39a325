using System.Reflection;
using Qiansi.Charts.Json;

namespace Qiansi.Charts.Adapters;

/// <summary>Reads a chart of Plotly.NET.</summary>
internal static class PlotlyNetChart
{
    /// <summary>The chart as one of ours.</summary>
    /// <exception cref="NotSupportedException">The version has no <c>GenericChart.toFigureJson</c>.</exception>
    public static GenericChart Read(object chart)
    {
        var type = chart.GetType().Assembly.GetType("Plotly.NET.GenericChart")!;
        var method = type.GetMethod("toFigureJson", BindingFlags.Public | BindingFlags.Static)
            ?? throw new NotSupportedException(
                $"Plotly.NET {type.Assembly.GetName().Version} has no GenericChart.toFigureJson, by which its charts are read; use "
                    + "version 5 or 6");
        return PlotlyJsonReader.Figure((string)method.Invoke(null, [chart])!);
    }
}
