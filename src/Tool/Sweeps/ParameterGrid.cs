using System.Globalization;

namespace Qiansi.Tool.Sweeps;

/// <summary>The combinations of parameters that a sweep runs.</summary>
internal static class ParameterGrid
{
    /// <summary>More runs than this are a mistake.</summary>
    private const int MostRuns = 100_000;

    /// <summary>All combinations, the last parameter changing fastest; or pairs; or some combinations drawn by chance.</summary>
    /// <param name="axes">The parameters.</param>
    /// <param name="zip">Whether the first values go together, then the second, and so on.</param>
    /// <param name="sample">How many to draw, the same ones each time; all when null.</param>
    /// <exception cref="CommandException">There are too many, or values to pair are not equally many.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(IReadOnlyList<ParameterAxis> axes, bool zip, int? sample)
    {
        var count = zip ? Pairs(axes) : axes.Aggregate(1m, (product, axis) => product * axis.Values.Count);
        var places = sample < count ? Draw((long)Math.Min(count, long.MaxValue), sample.Value) : null;
        if (places is null && count > MostRuns)
            throw new CommandException(
                $"That makes {count.ToString("#,##0", CultureInfo.InvariantCulture)} runs; {MostRuns} are the most.",
                "Give fewer values, or --sample N to draw N of the combinations.");
        return [.. (places ?? Enumerable.Range(0, (int)count).Select(i => (long)i))
            .Select(place => zip ? Pair(axes, (int)place) : Combination(axes, place))];
    }

    /// <summary><c>lr (2) × seed (3) = 6 runs</c>.</summary>
    public static string Describe(IReadOnlyList<ParameterAxis> axes, bool zip, int runs)
    {
        var varied = axes.Where(a => a.Values.Count > 1).Select(a => $"{a.Name} ({a.Values.Count})").ToList();
        var product = zip ? axes.Max(a => a.Values.Count) : axes.Aggregate(1m, (p, a) => p * a.Values.Count);
        var drawn = runs < product ? $", {runs} drawn" : "";
        return $"{string.Join(zip ? ", " : " × ", varied)}{(varied.Count > 0 ? " = " : "")}"
            + $"{product.ToString("#,##0", CultureInfo.InvariantCulture)} {(product == 1 ? "run" : "runs")}{drawn}";
    }

    private static decimal Pairs(IReadOnlyList<ParameterAxis> axes)
    {
        var varied = axes.Where(a => a.Values.Count > 1).ToList();
        if (varied.Select(a => a.Values.Count).Distinct().Count() > 1)
            throw new CommandException(
                $"--zip pairs values, and there are {string.Join(", ", varied.Select(a => $"{a.Values.Count} of {a.Name}"))}.",
                "Give equally many of each, or one.");
        return varied.Count == 0 ? 1 : varied[0].Values.Count;
    }

    /// <summary>Places without repetition, in order. Drawn from a fixed seed, so that a second start finds the same runs.</summary>
    private static IEnumerable<long> Draw(long count, int sample)
    {
        var random = new Random(0);
        var drawn = new SortedSet<long>();
        while (drawn.Count < sample) drawn.Add(random.NextInt64(count));
        return drawn;
    }

    private static Dictionary<string, string> Pair(IReadOnlyList<ParameterAxis> axes, int place) =>
        axes.ToDictionary(a => a.Name, a => a.Values[a.Values.Count == 1 ? 0 : place]);

    private static IReadOnlyDictionary<string, string> Combination(IReadOnlyList<ParameterAxis> axes, long place)
    {
        var values = new string[axes.Count];
        for (var i = axes.Count - 1; i >= 0; i--)
        {
            values[i] = axes[i].Values[(int)(place % axes[i].Values.Count)];
            place /= axes[i].Values.Count;
        }

        return axes.Zip(values).ToDictionary(p => p.First.Name, p => p.Second);
    }
}
