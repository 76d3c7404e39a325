namespace Qiansi.Charts.Adapters;

/// <summary>Brings attributes up to date that Plotly's script of version 3 no longer reads, and that older libraries still write.</summary>
internal static class OldNames
{
    private static readonly (string Old, string New)[] Titles =
        [("titlefont", "font"), ("titleposition", "position"), ("titleside", "side"), ("titleoffset", "offset")];

    private static readonly Dictionary<string, string> Kinds = new() { ["heatmapgl"] = "heatmap", ["pointcloud"] = "scattergl" };

    /// <summary>The figure in today's names; what it means by them stays.</summary>
    public static GenericChart Renew(GenericChart chart)
    {
        foreach (var trace in chart.Traces)
        {
            if (Kinds.TryGetValue(trace.Type, out var kind)) trace["type"] = kind;
            // What lay in x belongs to the bars' other axis: so it did when there was this word.
            if (trace["bardir"] is "h")
            {
                trace["orientation"] = "h";
                foreach (var (x, y) in new[] { ("x", "y"), ("x0", "y0"), ("dx", "dy"), ("error_x", "error_y") })
                    (trace[x], trace[y]) = (trace[y], trace[x]);
            }

            trace["bardir"] = null;
            if (trace.Type == "surface")
                foreach (var end in new[] { "min", "max", "auto" }) Rename(trace, "z" + end, "c" + end);
            Renew(trace);
        }

        Renew(chart.Layout);
        return chart;
    }

    private static void Renew(PlotlyObject part)
    {
        if (part["title"] is string words) part["title"] = new PlotlyObject { ["text"] = words };
        foreach (var (old, name) in Titles)
        {
            if (part[old] is not { } value) continue;
            part[old] = null;
            part.Part("title")[name] ??= value;
        }

        if (part["autotick"] is bool automatic)
        {
            part["autotick"] = null;
            part["tickmode"] ??= automatic ? "auto" : "linear";
        }

        Reference(part);
        foreach (var (name, value) in part.ToArray())
        {
            // The author's own, whatever stands there.
            if (name is "meta" or "customdata") continue;
            foreach (var inner in value as object?[] ?? [value])
                if (inner is PlotlyObject known) Renew(known);
        }
    }

    /// <summary>Of annotations: one word for the frame of both coordinates.</summary>
    private static void Reference(PlotlyObject annotation)
    {
        if (annotation["ref"] is not string frame) return;
        annotation["ref"] = null;
        annotation["xref"] ??= frame == "paper" ? frame : "x";
        annotation["yref"] ??= frame == "paper" ? frame : "y";
    }

    private static void Rename(PlotlyObject part, string old, string name)
    {
        if (part[old] is not { } value) return;
        part[old] = null;
        part[name] ??= value;
    }
}
