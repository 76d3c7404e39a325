namespace Qiansi.Engine.Directives;

/// <summary>Finds the names a person may have meant, by optimal string alignment distance without regard to case.</summary>
public static class NearestNames
{
    /// <summary>Up to three names nearest to <paramref name="written"/>, nearest first; none that is too far to be a slip.</summary>
    public static List<string> Of(string written, IEnumerable<string> names)
    {
        var limit = Math.Max(1, (written.Length + 1) / 3);
        var found = new List<(int Distance, string Name)>();
        foreach (var name in names)
        {
            var isBeginning = written.Length >= 2 && name.Length > written.Length
                && name.StartsWith(written, StringComparison.OrdinalIgnoreCase);
            var distance = isBeginning ? 1 : Distance(written, name);
            if (distance <= limit && !found.Exists(f => f.Name == name)) found.Add((distance, name));
        }

        found.Sort((a, b) => a.Distance != b.Distance ? a.Distance - b.Distance : string.CompareOrdinal(a.Name, b.Name));
        return found.Take(3).Select(f => f.Name).ToList();
    }

    /// <summary>Number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other.</summary>
    public static int Distance(string a, string b)
    {
        var beforePrevious = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
}
