using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Metrics.Panel;
using Qiansi.Metrics.Recording;

namespace Qiansi.Metrics;

/// <summary>How this extension's values show.</summary>
internal static class MetricsFormatters
{
    /// <summary>Registers them with the formatting package.</summary>
    public static void Register()
    {
        Register<MetricsSample>(s => Snapshot.Html(s, Metrics.Thresholds), s => Snapshot.Text(s, Metrics.Thresholds));
        Register<MetricsRun>(RunReport.Html, RunReport.Text);
        Register<MetricsPanel>(
            p => p.IsShown ? $"<i>{Line(p)}</i>" : Snapshot.Html(Metrics.Now(), Metrics.Thresholds),
            p => p.IsShown ? Line(p) : Snapshot.Text(Metrics.Now(), Metrics.Thresholds));
        Formatter.Register<MetricsRun>((run, writer) => writer.Write(run.ToCsv()), "text/csv");
    }

    /// <summary>The panel itself stands above: this is what the variable's name gives.</summary>
    private static string Line(MetricsPanel panel) =>
        panel.IsLive ? "The panel is live; Stop() ends it." : $"The panel has ended, after {panel.Updates} pictures.";

    private static void Register<T>(Func<T, string> html, Func<T, string> text)
    {
        Formatter.Register<T>((value, writer) => writer.Write(html(value)), "text/html");
        Formatter.Register<T>((value, writer) => writer.Write(text(value)), "text/plain");
        Formatter.SetPreferredMimeTypesFor(typeof(T), "text/html", "text/plain");
    }
}
