namespace Qiansi.Charts;

/// <summary>Gives each chart of a grid its place and its own axes.</summary>
internal static class GridOfCharts
{
    private static readonly string[] Spatial = ["scatter3d", "surface", "mesh3d"];
    private static readonly string[] WithoutAxes = ["pie", "sunburst", "treemap", "funnelarea", "indicator", "table"];

    public static GenericChart Make(GenericChart[] charts, int rows, int columns, string[]? titles, double? xGap, double? yGap,
        bool coupled)
    {
        if (rows < 1 || columns < 1) throw new ArgumentException($"a grid of {rows} × {columns} has no place for a chart");
        if (charts.Length > rows * columns)
            throw new ArgumentException(
                $"{charts.Length} charts do not fit into a grid of {rows} × {columns}; make it {(charts.Length + columns - 1) / columns} "
                    + $"× {columns}");
        var layout = new Layout
        {
            ["grid"] = new PlotlyObject
            {
                ["rows"] = rows,
                ["columns"] = columns,
                ["pattern"] = coupled ? "coupled" : "independent",
                ["xgap"] = xGap,
                ["ygap"] = yGap,
            }
        };
        var traces = new List<Trace>();
        var config = new PlotlyObject();
        var (scenes, names, place) = (0, new HashSet<string>(StringComparer.Ordinal), new GridPlaces(rows, columns, xGap, yGap));
        for (var i = 0; i < charts.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            var (x, y) = coupled ? (column + 1, row + 1) : (i + 1, i + 1);
            config.Merge(charts[i].Config);
            var domain = place.Domain(row, column);
            foreach (var trace in charts[i].Traces.Select(t => t.Copy()))
            {
                if (Spatial.Contains(trace.Type)) trace["scene"] = Id("scene", scenes + 1);
                else if (WithoutAxes.Contains(trace.Type)) trace["domain"] = domain;
                else (trace["xaxis"], trace["yaxis"]) = (Moved(trace["xaxis"], "x", x), Moved(trace["yaxis"], "y", y, charts.Length));

                // One legend serves all: the same name in several charts stands in it once.
                if (trace.Name is { } name && trace["showlegend"] is null && trace["legendgroup"] is null
                    && !WithoutAxes.Contains(trace.Type))
                {
                    trace["legendgroup"] = name;
                    if (!names.Add(name)) trace["showlegend"] = false;
                }

                traces.Add(trace);
            }

            if (charts[i].Traces.Any(t => Spatial.Contains(t.Type)))
            {
                var scene = charts[i].Layout.Copy().Part("scene");
                scene["domain"] = domain;
                layout[Id("scene", ++scenes)] = scene;
            }

            GridLayout.TakeOver(charts[i].Layout, layout, x, y, charts.Length);
            if ((titles is null ? charts[i].Layout.Title : i < titles.Length ? titles[i] : null) is { Length: > 0 } title)
                GridLayout.AddTitle(layout, title, domain);
        }

        return new GenericChart(traces, layout, config);
    }

    /// <summary>The id of an axis in the grid; a chart's second y axis comes after the first ones of all charts.</summary>
    internal static string Moved(object? id, string letter, int number, int charts = 0) =>
        id is string known && known != letter && int.TryParse(known.AsSpan(1), out var own) && own > 1
            ? Id(letter, charts + number + own - 2) : Id(letter, number);

    internal static string Id(string letter, int number) =>
        number == 1 ? letter : letter + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
