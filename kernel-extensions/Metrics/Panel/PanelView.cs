namespace Qiansi.Metrics.Panel;

/// <summary>What a picture of the panel shows.</summary>
/// <param name="Sample">The figures.</param>
/// <param name="Warnings">The line of the panel each belongs to, and a sentence.</param>
/// <param name="History">The last minute; null for a single look.</param>
/// <param name="State">Whether it moves: <c>live, every 500 ms</c>.</param>
/// <param name="IsLive">Whether another picture will follow.</param>
internal sealed record PanelView(MetricsSample Sample, IReadOnlyList<(string Place, string Text)> Warnings, History? History, string State,
    bool IsLive);
