namespace Qiansi.Charts.Rendering.Traces.Parts;

/// <summary>A part of a whole that has parts itself.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Depth">0 for the whole.</param>
internal sealed record HierarchyPart(string Label, int Depth)
{
    /// <summary>Its size, that of its parts included.</summary>
    public double Value { get; set; }

    /// <summary>Its colour; null for a whole that the series does not name.</summary>
    public string? Color { get; set; }

    /// <summary>What it consists of, the largest first.</summary>
    public List<HierarchyPart> Parts { get; } = [];
}

/// <summary>Reads <c>labels</c>, <c>parents</c>, <c>values</c> and <c>ids</c> of treemaps, sunbursts and icicles.</summary>
internal static class Hierarchy
{
    /// <summary>The colour of a whole that says none.</summary>
    public const string Ink = "currentColor";

    private const int Deepest = 24;

    /// <summary>The whole; of several wholes one without a name around them.</summary>
    public static HierarchyPart Read(Trace trace, string[] colors)
    {
        var count = Math.Max(trace.CountOf("labels"), Math.Max(trace.CountOf("parents"), trace.CountOf("ids")));
        string[] labels = [.. Enumerable.Range(0, count)
            .Select(i => PlainWords.Line(trace.TextAt("labels", i) ?? trace.TextAt("ids", i) ?? ""))];
        string[] ids = [.. Enumerable.Range(0, count).Select(i => trace.TextAt("ids", i) ?? trace.TextAt("labels", i) ?? "")];
        var known = ids.ToHashSet(StringComparer.Ordinal);
        var children = Enumerable.Range(0, count).ToLookup(i => trace.TextAt("parents", i) is { } parent && known.Contains(parent)
            && parent != ids[i] ? parent : "");
        var isTotal = trace.Text("branchvalues") == "total";
        var numbers = trace.Object("marker")?["colors"] as double[];
        var scale = numbers is null ? null : NumberColors.Of(trace.Object("marker")!, numbers, "c");
        int[] roots = [.. children[""]];
        if (roots.Length == 1) return Part(roots[0], 0, Ink);
        var whole = new HierarchyPart("", 0);
        Fill(whole, roots, null);
        whole.Value = whole.Parts.Sum(p => p.Value);
        return whole;

        HierarchyPart Part(int i, int depth, string inherited)
        {
            var color = scale?.At(numbers!.ElementAtOrDefault(i)).ToString()
                ?? CssColor.Safe((trace.Object("marker")?["colors"] as string?[])?.ElementAtOrDefault(i)) ?? inherited;
            var part = new HierarchyPart(labels[i], depth) { Color = color };
            if (depth < Deepest) Fill(part, children[ids[i]], color);
            var own = trace.NumberAt("values", i) is > 0 and var value ? value : trace["values"] is null && part.Parts.Count == 0 ? 1 : 0;
            part.Value = isTotal && own > 0 ? own : own + part.Parts.Sum(p => p.Value);
            return part;
        }

        // Each branch of the whole has a colour, which its parts share.
        void Fill(HierarchyPart part, IEnumerable<int> members, string? color)
        {
            part.Parts.AddRange(members
                .Select((m, k) => Part(m, part.Depth + 1, part.Depth == 0 || color is null ? colors[k % colors.Length] : color))
                .Where(p => p.Value > 0));
            part.Parts.Sort((a, b) => b.Value.CompareTo(a.Value));
        }
    }

    /// <summary>All parts with the whole, which comes first.</summary>
    public static IEnumerable<HierarchyPart> All(HierarchyPart whole) => whole.Parts.SelectMany(All).Prepend(whole);
}
