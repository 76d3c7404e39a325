namespace Qiansi.Charts.Landscapes;

/// <summary>Heights of a landscape on a grid, with the levels that are drawn.</summary>
/// <param name="columns">Places along x.</param>
/// <param name="rows">Places along y.</param>
/// <param name="above">How far each point lies above the lowest, row by row.</param>
/// <param name="lowest">The lowest height.</param>
internal sealed class HeightField(double[] columns, double[] rows, double[][] above, double lowest)
{
    private const int Across = 41, Up = 31, MostLevels = 7;
    private static readonly double HalfDecade = Math.Sqrt(10);

    /// <summary>How far the levels lie above the lowest point: 1 and 3 times powers of ten, the largest of them within the map.</summary>
    private double[] Levels { get; } = LevelsBelow(above.SelectMany(r => r).Where(double.IsFinite).Max());

    /// <summary>Reads a function.</summary>
    public static HeightField Sample(Func<torch.Tensor, torch.Tensor, torch.Tensor> height, (double From, double To) x,
        (double From, double To) y, (double X, double Y)[] minima)
    {
        var (columns, rows) = (Places(x, Across), Places(y, Up));
        var heights = Values(height(torch.tensor(columns).reshape(1, Across), torch.tensor(rows).reshape(Up, 1)).expand(Up, Across));
        var known = minima.SelectMany(m => Values(height(torch.tensor(m.X), torch.tensor(m.Y))));
        double[] finite = [.. heights.Concat(known).Where(double.IsFinite)];
        if (finite.Length == 0 || !(finite.Max() > finite.Min()))
            throw new ArgumentException(
                "Landscape: the function has the same height everywhere, or is nowhere finite; there is nothing to draw");
        var lowest = finite.Min();
        return new(columns, rows, [.. heights.Chunk(Across).Select(r => Array.ConvertAll(r, h => h - lowest))], lowest);
    }

    /// <summary>
    /// Lines of equal height. Their numbers count levels, so that lines stand apart where heights differ by powers of ten.
    /// </summary>
    public GenericChart Contours() => Chart.Of(new Trace("contour")
    {
        ["z"] = above.Select(r => r.Select(h => Math.Round(Place(h), 2)).ToArray()).ToArray(),
        ["x"] = columns,
        ["y"] = rows,
        ["zmin"] = -1,
        ["zmax"] = Levels.Length,
        ["autocontour"] = false,
        ["hoverinfo"] = "skip",
        ["contours"] = new PlotlyObject { ["start"] = 0, ["end"] = Levels.Length - 1, ["size"] = 1 },
        ["line"] = new PlotlyObject { ["color"] = "#7f90a3", ["width"] = 0.8 },
        ["colorscale"] = new object[] { new object[] { 0, "#ffffff" }, new object[] { 1, "#b7c6d8" } },
        ["showscale"] = false,
    });

    /// <summary>
    /// The height of each level on one of its lines, away from the other heights and from the minima; none where there is no room.
    /// </summary>
    public GenericChart Labels((double X, double Y)[] minima)
    {
        var taken = new List<(double X, double Y)>();
        var texts = new List<string>();
        foreach (var level in Levels.Reverse())
        {
            var (point, room) = Crossings(level).Select(c => (c, Room(c, [.. taken, .. minima]))).DefaultIfEmpty().MaxBy(c => c.Item2);
            if (room < 1) continue;
            taken.Add(point);
            texts.Add(NumberText.Short(Math.Round(level + lowest, 12), 3));
        }

        return Chart.Of(new Trace("scatter")
        {
            ["mode"] = "text",
            ["x"] = taken.Select(t => t.X).ToArray(),
            ["y"] = taken.Select(t => t.Y).ToArray(),
            ["text"] = texts.ToArray(),
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
            ["textfont"] = new PlotlyObject { ["size"] = 11, ["color"] = "#44546a" },
        });
    }

    private static double[] LevelsBelow(double highest)
    {
        var last = (int)Math.Floor(2 * Math.Log10(highest / 1.05));
        return [.. Enumerable.Range(last - MostLevels + 1, MostLevels).Select(k => Nice(Math.Pow(HalfDecade, k)))];
    }

    /// <summary>1 or 3 times a power of ten.</summary>
    private static double Nice(double level)
    {
        var power = Math.Floor(Math.Log10(level) + 1e-9);
        return (Math.Log10(level) - power > 0.25 ? 3 : 1) * Math.Pow(10, power);
    }

    /// <summary>Where a height lies among the levels: their numbers, and on a logarithmic scale between them.</summary>
    private double Place(double height)
    {
        if (!double.IsFinite(height)) return double.NaN;
        if (height <= Levels[0]) return Math.Max(-1, height <= 0 ? -1 : 2 * Math.Log10(height / Levels[0]));
        var k = Array.FindLastIndex(Levels, l => l <= height);
        var next = k + 1 < Levels.Length ? Levels[k + 1] : Levels[k] * HalfDecade;
        return Math.Min(Levels.Length, k + Math.Log(height / Levels[k]) / Math.Log(next / Levels[k]));
    }

    /// <summary>Points of a level's lines on the grid's rows, away from the border.</summary>
    private IEnumerable<(double X, double Y)> Crossings(double level)
    {
        for (var r = 2; r < Up - 2; r++)
        {
            for (var c = 2; c < Across - 3; c++)
            {
                var (a, b) = (above[r][c] - level, above[r][c + 1] - level);
                if (a * b < 0) yield return (columns[c] + a / (a - b) * (columns[c + 1] - columns[c]), rows[r]);
            }
        }
    }

    /// <summary>How far a point lies from all others, in widths and heights of a label on a small map.</summary>
    private double Room((double X, double Y) point, (double X, double Y)[] others) => others.Select(o => Math.Max(
        Math.Abs(o.X - point.X) / (columns[^1] - columns[0]) / 0.14, Math.Abs(o.Y - point.Y) / (rows[^1] - rows[0]) / 0.07))
        .DefaultIfEmpty(double.MaxValue).Min();

    private static double[] Places((double From, double To) ends, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Math.Round(ends.From + i * (ends.To - ends.From) / (count - 1), 6))];

    private static double[] Values(torch.Tensor tensor) => tensor.detach().to(torch.float64).contiguous().data<double>().ToArray();
}
