using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Charts.Adapters;
using Qiansi.Charts.Output;
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
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), ChartBundle.Plotly, "image/svg+xml", "text/plain");
        Formatter.Register<GenericChart>(ChartBundle.Json, ChartBundle.Plotly);
        Formatter.Register<GenericChart>(c => ChartBundle.SvgOf(c), "image/svg+xml");
        Formatter.Register<GenericChart>(c => c.ToHtml(), "text/html");
        Formatter.Register<GenericChart>(c => c.ToString(), "text/plain");
        Formatter.SetPreferredMimeTypesFor(typeof(ChartFilm), "text/html", "text/plain");
        Formatter.Register<ChartFilm>(f => f.ToHtml(), "text/html");
        Formatter.Register<ChartFilm>(f => f.ToString(), "text/plain");
        ForeignCharts.Watch();
    }
}
