namespace Qiansi.Charts.Rendering.Traces.Distributions;

/// <summary>Puts boxes and violins of several series beside each other where they share groups.</summary>
internal static class GroupPlaces
{
    /// <summary>Sets width and offset of all that share axes.</summary>
    public static void Arrange(IReadOnlyList<DistributionDrawing> figures, Charts.Layout layout)
    {
        // As in Plotly the mode is "overlay" unless one is asked for, so series with names of their own keep the full width.
        var isGrouped = figures.Count > 1 && (layout.Text("boxmode") == "group" || layout.Text("violinmode") == "group");
        var each = 0.7 / (isGrouped ? figures.Count : 1);
        for (var k = 0; k < figures.Count; k++)
        {
            figures[k].Width = each * (isGrouped ? 0.9 : 1);
            figures[k].Offset = isGrouped ? -0.35 + each * (k + 0.5) : 0;
            figures[k].IncludePlaces();
        }
    }
}
