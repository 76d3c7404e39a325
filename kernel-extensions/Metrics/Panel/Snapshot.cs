using Qiansi.Contracts;

namespace Qiansi.Metrics.Panel;

/// <summary>A single look at the machine, without lines.</summary>
internal static class Snapshot
{
    /// <summary>The picture and its text.</summary>
    public static MimeBundle Of(MetricsSample sample, MetricsThresholds thresholds) =>
        new() { { "text/html", Html(sample, thresholds) }, { "text/plain", Text(sample, thresholds) } };

    public static string Html(MetricsSample sample, MetricsThresholds thresholds) => new PanelHtml().Write(View(sample, thresholds));

    public static string Text(MetricsSample sample, MetricsThresholds thresholds) => PanelText.Write(View(sample, thresholds));

    private static PanelView View(MetricsSample sample, MetricsThresholds thresholds) =>
        new(sample, thresholds.Check(sample), null, "a single look", IsLive: false);
}
