using Qiansi.Charts.Rendering;

namespace Qiansi.Charts.Films;

/// <summary>Lets the lines of a chart grow, all at once and equally fast by their points.</summary>
internal static class Growth
{
    /// <summary>The film: everything but the lines is there from the start.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="steps">How many steps.</param>
    /// <exception cref="ArgumentException">The chart has no line of two points or more.</exception>
    public static ChartFilm Film(GenericChart chart, int steps)
    {
        Trace[] lines = [.. chart.Traces.Where(IsLine)];
        if (lines.Length == 0)
            throw new ArgumentException("Animate: the chart has no line that could grow; give frames instead: Chart.Animate(frames)");
        var longest = lines.Max(l => l.CountOf("y"));
        steps = Math.Clamp(Math.Min(steps, longest - 1), 1, 120);
        var isRace = lines.Length > 1 && !chart.Traces.Any(t => t["z"] is not null);
        // Lines keep the colours they have in the chart.
        var colored = chart.Traces.Select(
            (t, i) => (Trace: t, Color: CssColor.Safe(t.Object("line").Text("color")) ?? Palette.Category(i).ToString()))
            .Where(t => lines.Contains(t.Trace)).ToArray();
        var film = new List<FilmStep>();
        for (var k = 0; k < steps; k++)
        {
            var (adds, shows) = (new List<Trace>(), new List<Trace>());
            foreach (var (line, color) in colored)
            {
                // Shorter lines end where their points end: all have the same pace.
                var last = line.CountOf("y") - 1;
                int from = Math.Min(last, (int)Math.Round(k * (longest - 1.0) / steps)),
                    to = Math.Min(last, (int)Math.Round((k + 1) * (longest - 1.0) / steps));
                if (to > from)
                    adds.Add(Part(line, from, to, color,
                        Array.IndexOf(lines, line).ToString(System.Globalization.CultureInfo.InvariantCulture)));
                shows.Add(Head(line, to, color));
            }

            var at = (int)Math.Round((k + 1) * (longest - 1.0) / steps);
            film.Add(new FilmStep(lines[0].TextAt("x", at) is { } x && isRace
                ? $"{chart.Layout.Object("xaxis").Text("title")} {x}".Trim() : $"point {at + 1} of {longest}", adds, shows));
        }

        var named = colored.Select(c =>
        {
            var copy = c.Trace.Copy();
            copy.Part("line")["color"] = c.Color;
            return copy;
        });
        return new ChartFilm(new GenericChart(chart.Traces.Except(lines), chart.Layout, chart.Config), [.. named], film);
    }

    /// <summary>Two pieces of one line, the second beginning where the first ends, as one.</summary>
    public static Trace Joined(Trace first, Trace second)
    {
        var joined = first.Copy();
        foreach (var letter in new[] { "x", "y" })
        {
            joined[letter] = (first[letter], second[letter]) switch
            {
                (double[] a, double[] b) => (double[])[.. a, .. b[1..]],
                (string?[] a, string?[] b) => (string?[])[.. a, .. b[1..]],
                (Array a, Array b) => a.Cast<object?>().Concat(b.Cast<object?>().Skip(1)).ToArray(),
                _ => first[letter],
            };
        }

        return joined;
    }

    private static bool IsLine(Trace trace) =>
        trace.Type is "scatter" or "scattergl" && (trace.Text("mode") ?? "lines").Contains("lines") && trace.CountOf("y") > 1
            && trace["stackgroup"] is null;

    private static Trace Part(Trace line, int from, int to, string color, string uid)
    {
        var part = new Trace("scatter")
        {
            ["mode"] = line["mode"],
            ["x"] = Slice(line["x"], from, to)
            ?? Enumerable.Range(from, to - from + 1),
            ["y"] = Slice(line["y"], from, to),
            ["showlegend"] = false
        };
        (part["xaxis"], part["yaxis"], part["marker"], part["hoverinfo"]) = (line["xaxis"], line["yaxis"], line["marker"], "skip");
        part["uid"] = uid;
        var style = line.Object("line")?.Copy() ?? [];
        style["color"] = color;
        part["line"] = style;
        return part;
    }

    private static Trace Head(Trace line, int at, string color)
    {
        var head = new Trace("scatter")
        {
            ["mode"] = "markers",
            ["x"] = Slice(line["x"], at, at) ?? new[] { at },
            ["y"] = Slice(line["y"], at, at),
            ["showlegend"] = false,
        };
        (head["xaxis"], head["yaxis"]) = (line["xaxis"], line["yaxis"]);
        head["marker"] = new PlotlyObject
        {
            ["color"] = color,
            ["size"] = 10,
            ["line"] = new PlotlyObject { ["color"] = "#ffffff", ["width"] = 1.5 },
        };
        return head;
    }

    private static object? Slice(object? column, int from, int to) => column switch
    {
        double[] numbers => numbers[from..(to + 1)],
        string?[] texts => texts[from..(to + 1)],
        object?[] mixed => mixed[from..(to + 1)],
        _ => null,
    };
}
