using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Charts.Output;
using Qiansi.Contracts;

namespace Qiansi.Charts.Adapters;

/// <summary>Shows the charts of other libraries, found by the name of their type when a cell brings them.</summary>
internal static class ForeignCharts
{
    [ThreadStatic]
    private static (object Display, object Chart, GenericChart Read) s_latest;

    /// <summary>Looks at the libraries that are loaded, and at all that will be: a session that begins anew loads them again.</summary>
    /// <remarks>The libraries' own notebook extensions make HTML that needs a network, so these formatters come before theirs.</remarks>
    public static void Watch()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Look(loaded.LoadedAssembly);
        Renderings.Overtaken += LookAtAll;
        LookAtAll();
    }

    private static void LookAtAll()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Look(assembly);
    }

    private static void Look(Assembly assembly)
    {
        switch (assembly.GetName().Name)
        {
            case "Plotly.NET" when assembly.GetType("Plotly.NET.GenericChart") is { } chart:
                Register(chart, PlotlyNetChart.Read);
                break;
            case "XPlot.Plotly" when assembly.GetType("XPlot.Plotly.PlotlyChart") is { } chart:
                Register(chart, XPlotChart.Read);
                break;
        }
    }

    /// <summary>Shows a type by reading its values as charts of ours.</summary>
    internal static void Register(Type type, Func<object, GenericChart> read)
    {
        Formatter.SetPreferredMimeTypesFor(type, ChartBundle.Plotly, "image/svg+xml", "text/plain");
        Formatter.Register(type, (chart, writer) => writer.Write(ChartBundle.Json(Once(chart))), ChartBundle.Plotly);
        Formatter.Register(type, (chart, writer) => writer.Write(ChartBundle.SvgOf(Once(chart))), "image/svg+xml");
        Formatter.Register(type, (chart, writer) => writer.Write(Once(chart).ToHtml()), "text/html");
        Formatter.Register(type, (chart, writer) => writer.Write(Once(chart).ToString()), "text/plain");

        // A chart is read once for all renderings of a display; between displays it may have changed.
        GenericChart Once(object chart)
        {
            if (Renderings.Display is not { } display) return OldNames.Renew(read(chart));
            if (s_latest.Display != display || s_latest.Chart != chart) s_latest = (display, chart, OldNames.Renew(read(chart)));
            return s_latest.Read;
        }
    }
}
