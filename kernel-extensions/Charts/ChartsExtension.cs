using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Charts.Adapters;
using Qiansi.Charts.Output;
using Qiansi.Charts.XPlot;
using Qiansi.Contracts;

namespace Qiansi.Charts;

/// <summary>The one registration of this extension.</summary>
public sealed class ChartsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        Register();
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters; for hosts that have only the formatting package.</summary>
    public static void Register()
    {
        Register<GenericChart>(c => c);
        Register<PlotlyChart>(c => c.Chart);
        Formatter.SetPreferredMimeTypesFor(typeof(ChartFilm), "text/html", "text/plain");
        Formatter.Register<ChartFilm>(f => f.ToHtml(), "text/html");
        Formatter.Register<ChartFilm>(f => f.ToString(), "text/plain");
        ForeignCharts.Watch();
    }

    private static void Register<T>(Func<T, GenericChart> chart)
    {
        Formatter.SetPreferredMimeTypesFor(typeof(T), ChartBundle.Plotly, "image/svg+xml", "text/plain");
        Formatter.Register<T>(c => ChartBundle.Json(chart(c)), ChartBundle.Plotly);
        Formatter.Register<T>(c => ChartBundle.SvgOf(chart(c)), "image/svg+xml");
        Formatter.Register<T>(c => chart(c).ToHtml(), "text/html");
        Formatter.Register<T>(c => chart(c).ToString(), "text/plain");
    }
}
