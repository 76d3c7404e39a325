using Qiansi.Charts.Rendering;
using Qiansi.Charts.Rendering.Traces.Fields;

namespace Qiansi.Charts.Output;

/// <summary>Leaves out of a figure's data what makes it too large for a notebook, and says so.</summary>
internal static class FigureReduction
{
    /// <summary>The figure with at most so many points a series; the same figure when none has more.</summary>
    public static GenericChart Reduce(GenericChart chart, int most)
    {
        var notes = new List<string>();
        Trace[] traces = [.. chart.Traces.Select(t => Reduce(t, most, notes))];
        if (notes.Count == 0) return chart;
        var layout = chart.Layout.Copy();
        var note = new PlotlyObject
        {
            ["text"] = string.Join("<br>", notes.Take(3)),
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["x"] = 1,
            ["y"] = 0,
            ["xanchor"] = "right",
            ["yanchor"] = "bottom",
            ["showarrow"] = false,
            ["font"] = new PlotlyObject { ["size"] = 10 },
            ["opacity"] = 0.7,
        };
        layout["annotations"] = (layout["annotations"] as Array ?? Array.Empty<object>()).Cast<object?>().Append(note).ToArray();
        return new GenericChart(traces, layout, chart.Config);
    }

    private static Trace Reduce(Trace trace, int most, List<string> notes)
    {
        if (trace.Rows("z") is { } rows) return ReduceField(trace, rows, most, notes);
        var count = new[] { "x", "y", "values", "close", "r" }.Max(trace.CountOf);
        // Of parts within parts none can be left out: others name them.
        if (count <= most || trace["parents"] is not null) return trace;
        var chosen = Chosen(trace, count, most);
        var reduced = (Trace)Pick(trace, trace.Copy(), count, chosen);
        // Values that stood at 0, 1, 2, … still do.
        if (trace["x"] is null && trace["y"] is not null && trace.Type is "scatter" or "scattergl" or "bar")
            reduced["x"] = chosen.Select(i => (trace.Number("x0") ?? 0) + i * (trace.Number("dx") ?? 1)).ToArray();
        notes.Add($"{(trace.Name is { } name ? PlainWords.Line(name) + ": " : "")}{NumberText.Count(chosen.Length)} of "
            + $"{NumberText.Count(count)} points, all extremes among them");
        return reduced;
    }

    private static int[] Chosen(Trace trace, int count, int most)
    {
        if (trace.Numbers("y") is { } y && y.Length == count && trace.Type is "scatter" or "scattergl" or "bar")
            return Decimation.Choose(trace.Numbers("x") is { } x && x.Length == count ? x : null, y, Math.Max(6, most));
        // Of a distribution evenly chosen values, in order of size, have the same quantiles, and the ends are among them.
        var values = trace.Numbers("y") is { } own && own.Length == count ? own : trace.Numbers("x");
        int[] order = [.. Enumerable.Range(0, count)];
        if (values is not null && values.Length == count) Array.Sort([.. values], order);
        return [.. Enumerable.Range(0, most).Select(k => order[(int)((long)k * (count - 1) / Math.Max(1, most - 1))]).Order()];
    }

    /// <summary>Every column with a value for each point keeps those of the chosen points, also in parts.</summary>
    private static PlotlyObject Pick(PlotlyObject from, PlotlyObject into, int count, int[] chosen)
    {
        foreach (var (name, value) in from)
        {
            into[name] = value switch
            {
                double[] numbers when numbers.Length == count => chosen.Select(i => numbers[i]).ToArray(),
                string?[] texts when texts.Length == count => chosen.Select(i => texts[i]).ToArray(),
                object?[] mixed when mixed.Length == count && mixed is not Array[] => chosen.Select(i => mixed[i]).ToArray(),
                PlotlyObject part => Pick(part, part.Copy(), count, chosen),
                _ => value,
            };
        }

        return into;
    }

    private static Trace ReduceField(Trace trace, double[][] rows, int most, List<string> notes)
    {
        var columns = rows.Length == 0 ? 0 : rows.Max(r => r.Length);
        if ((long)rows.Length * columns <= 2L * most || Array.Exists(rows, r => r.Length != columns)) return trace;
        var side = Math.Max(4, (int)Math.Sqrt(2.0 * most));
        var places = (X: Enumerable.Range(0, columns).Select(i => (double)i).ToArray(),
            Y: Enumerable.Range(0, rows.Length).Select(i => (double)i).ToArray());
        var (z, x, y) = FieldSample.Reduce(rows, places.X, places.Y, side);
        var reduced = trace.Copy();
        (reduced["z"], reduced["x"], reduced["y"]) = (z, Places(trace, "x", columns, x), Places(trace, "y", rows.Length, y));
        if (trace["text"] is Array[]) reduced["text"] = null;
        notes.Add($"{z.Length} × {z[0].Length} of {rows.Length} × {columns} values");
        return reduced;
    }

    private static object Places(Trace trace, string letter, int count, double[] chosen) => trace[letter] switch
    {
        double[] numbers when numbers.Length >= count => chosen.Select(i => numbers[(int)i]).ToArray(),
        string?[] texts when texts.Length >= count => chosen.Select(i => texts[(int)i]).ToArray(),
        _ => chosen,
    };
}
