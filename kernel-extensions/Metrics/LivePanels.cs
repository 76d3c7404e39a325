using Qiansi.Contracts;

namespace Qiansi.Metrics;

/// <summary>The panels that are live in this process.</summary>
internal static class LivePanels
{
    private static readonly List<MetricsPanel> Panels = [];

    public static void Add(MetricsPanel panel)
    {
        lock (Panels) Panels.Add(panel);
    }

    public static void Remove(MetricsPanel panel)
    {
        lock (Panels) Panels.Remove(panel);
    }

    /// <summary>Stops a session's panels, all panels when it is null; how many there were.</summary>
    public static int Stop(ISession? session)
    {
        MetricsPanel[] panels;
        lock (Panels) panels = [.. Panels.Where(p => session is null || p.Session == session)];
        foreach (var panel in panels) panel.Stop();
        return panels.Length;
    }
}
