namespace Qiansi.Charts.Values;

/// <summary>Chooses the points of a long series that its reader would see.</summary>
/// <remarks>
/// The series is cut into parts of equal length; of each the first and the last point stay, and those with the least and the greatest x and
/// y. No extreme is lost, and a line drawn through what stays covers the same pixels once there is a part for every pixel (Jugel and
/// others, M4, VLDB 2014).
/// </remarks>
internal static class Decimation
{
    /// <summary>Above this many points a series is reduced.</summary>
    public const int Most = 5000;

    /// <summary>Indices of the points that stay, in order; all when there are few enough.</summary>
    /// <param name="x">Places; null when they rise evenly.</param>
    /// <param name="y">Values.</param>
    /// <param name="most">How many may stay, at least 6.</param>
    public static int[] Choose(double[]? x, double[] y, int most)
    {
        var count = y.Length;
        if (count <= most) return [.. Enumerable.Range(0, count)];
        var isSorted = x is null || IsSorted(x);
        var parts = Math.Max(1, most / (isSorted ? 4 : 6));
        var chosen = new List<int>(most);
        Span<int> kept = stackalloc int[6];
        for (var part = 0; part < parts; part++)
        {
            var from = (int)((long)count * part / parts);
            var to = (int)((long)count * (part + 1) / parts);
            (kept[0], kept[1]) = (from, to - 1);
            (kept[2], kept[3]) = Extremes(y, from, to);
            (kept[4], kept[5]) = isSorted ? (from, from) : Extremes(x!, from, to);
            kept.Sort();
            foreach (var index in kept)
                if (chosen.Count == 0 || chosen[^1] < index) chosen.Add(index);
        }

        return [.. chosen];
    }

    private static bool IsSorted(double[] values)
    {
        for (var i = 1; i < values.Length; i++)
            if (values[i] < values[i - 1]) return false;
        return true;
    }

    private static (int Least, int Greatest) Extremes(double[] values, int from, int to)
    {
        int least = -1, greatest = -1;
        for (var i = from; i < to; i++)
        {
            if (!double.IsFinite(values[i])) continue;
            if (least < 0 || values[i] < values[least]) least = i;
            if (greatest < 0 || values[i] > values[greatest]) greatest = i;
        }

        return (Math.Max(least, from), Math.Max(greatest, from));
    }
}
