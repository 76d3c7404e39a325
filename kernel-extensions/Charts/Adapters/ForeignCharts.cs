using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Charts.Output;

namespace Qiansi.Charts.Adapters;

/// <summary>Shows the charts of other libraries, found by the name of their type when a cell brings them.</summary>
internal static class ForeignCharts
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal);

    /// <summary>Looks at the libraries that are loaded, and at all that will be.</summary>
    public static void Watch()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Look(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Look(assembly);
    }

    private static void Look(Assembly assembly)
    {
        switch (assembly.GetName().Name)
        {
            case "Plotly.NET" when assembly.GetType("Plotly.NET.GenericChart") is { } chart && IsNew("Plotly.NET"):
                // Plotly.NET's own notebook extension shows its charts itself.
                if (!Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name == "Plotly.NET.Interactive")) Register(chart, PlotlyNetChart.Read);
                break;
            case "Plotly.NET.Interactive" when !IsNew("Plotly.NET"):
                StandAside("Plotly.NET", "Plotly.NET.GenericChart");
                break;
            case "XPlot.Plotly" when assembly.GetType("XPlot.Plotly.PlotlyChart") is { } chart && IsNew("XPlot.Plotly"):
                Register(chart, XPlotChart.Read);
                break;
            case "XPlot.Plotly.Interactive" when !IsNew("XPlot.Plotly"):
                StandAside("XPlot.Plotly", "XPlot.Plotly.PlotlyChart");
                break;
        }
    }

    private static void Register(Type type, Func<object, GenericChart> read)
    {
        Formatter.SetPreferredMimeTypesFor(type, ChartBundle.Plotly, "image/svg+xml", "text/plain");
        Formatter.Register(type, (chart, writer) => writer.Write(ChartBundle.Json(read(chart))), ChartBundle.Plotly);
        Formatter.Register(type, (chart, writer) => writer.Write(read(chart).ToSvg()), "image/svg+xml");
        Formatter.Register(type, (chart, writer) => writer.Write(read(chart).ToHtml()), "text/html");
        Formatter.Register(type, (chart, writer) => writer.Write(read(chart).ToString()), "text/plain");
    }

    private static void StandAside(string library, string type)
    {
        var assembly = Array.Find(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name == library);
        if (assembly?.GetType(type) is { } chart) Formatter.SetPreferredMimeTypesFor(chart, "text/html", "text/plain");
    }

    private static bool IsNew(string library)
    {
        lock (Gate) return Known.Add(library);
    }
}
