namespace Qiansi.SqlCells.Tables;

/// <summary>Names of columns that differ, as those of a table must.</summary>
internal static class ColumnNames
{
    /// <summary>The names, of which one that came before, in whatever case, has a number behind it: <c>value, value_1</c>.</summary>
    public static IEnumerable<string> Distinct(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var own = name;
            for (var n = 1; !seen.Add(own); n++) own = $"{name}_{n}";
            yield return own;
        }
    }
}
