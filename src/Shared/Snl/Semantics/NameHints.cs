namespace Qiansi.Snl.Semantics;

/// <summary>Finds the declared name that a misspelt one was meant to be.</summary>
internal static class NameHints
{
    /// <summary>A hint that names the nearest visible name of a kind, when one is near.</summary>
    public static string? For(string name, Scope scope, Func<Symbol, bool> kind)
    {
        var allowed = name.Length < 3 ? 1 : 2;
        var nearest = scope.Visible().Where(kind).Take(1000).Select(s => (s.Name, Distance: Distance(name, s.Name, allowed)))
            .Where(s => s.Distance <= allowed && s.Distance < name.Length).OrderBy(s => s.Distance)
                .ThenBy(s => s.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is null ? null : $"did you mean '{nearest.Name}'?";
    }

    /// <summary>
    /// Insertions, deletions and replacements between two words (Levenshtein); <paramref name="limit"/> + 1 when the lengths alone say it
    /// is more.
    /// </summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 64 || b.Length > 64) return limit + 1;
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
