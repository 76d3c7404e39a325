namespace Qiansi.Charts.Rendering.Traces;

/// <summary>Puts the areas of a group on each other.</summary>
internal static class StackedAreas
{
    /// <summary>Raises each series of a <c>stackgroup</c> by those before it, at equal x.</summary>
    public static void Arrange(IReadOnlyList<ScatterDrawing> lines)
    {
        var groups = lines.Where(l => l.Trace.Text("stackgroup") is { Length: > 0 }).GroupBy(l => (l.X, l.Y, l.Trace.Text("stackgroup")));
        foreach (var group in groups)
        {
            var shares = group.First().Trace.Text("groupnorm") is { } norm and ("percent" or "fraction") ? Totals(group) : null;
            var scale = group.First().Trace.Text("groupnorm") == "percent" ? 100 : 1;
            var tops = new Dictionary<double, double>();
            foreach (var line in group)
            {
                var (floor, top) = (new double[line.XValues.Length], new double[line.XValues.Length]);
                for (var i = 0; i < floor.Length; i++)
                {
                    var value = double.IsFinite(line.YValues[i]) ? line.YValues[i] : 0;
                    if (shares is not null) value = shares[line.XValues[i]] is var total and not 0 ? value / total * scale : 0;
                    floor[i] = tops.GetValueOrDefault(line.XValues[i]);
                    tops[line.XValues[i]] = top[i] = floor[i] + value;
                }

                (line.StackBase, line.YValues) = (floor, top);
            }
        }
    }

    private static Dictionary<double, double> Totals(IEnumerable<ScatterDrawing> lines)
    {
        var totals = new Dictionary<double, double>();
        foreach (var line in lines)
            for (var i = 0; i < line.XValues.Length; i++)
                totals[line.XValues[i]] = totals.GetValueOrDefault(line.XValues[i])
                    + (double.IsFinite(line.YValues[i]) ? line.YValues[i] : 0);
        return totals;
    }
}
