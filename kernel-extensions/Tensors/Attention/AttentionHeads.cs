namespace Qiansi.Tensors.Attention;

/// <summary>Weights with which each query looks at each key, head by head.</summary>
/// <param name="Heads">One plane a head: rows are queries, columns keys.</param>
/// <param name="Queries">What the queries are called.</param>
/// <param name="Keys">What the keys are called.</param>
internal sealed record AttentionHeads(IReadOnlyList<Plane> Heads, IReadOnlyList<string> Queries, IReadOnlyList<string> Keys)
{
    /// <summary>Longest sequence that is drawn.</summary>
    public const int MostTokens = 512;

    /// <summary>Longest text twin.</summary>
    public const int MostLines = 64;

    /// <summary>Whether queries and keys are the same tokens.</summary>
    public bool IsOneText { get; } = Queries.SequenceEqual(Keys);

    /// <summary>Whether no query looks at a key behind it, in any head: the mask of a decoder.</summary>
    public bool IsCausal { get; } = Queries.Count == Keys.Count && Queries.Count > 1 && Heads.All(IsLower);

    /// <summary>Whether the weights of each query add up to 1.</summary>
    public bool AreWeights { get; } = Heads.All(SumsToOne);

    /// <summary>Reads (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys).</summary>
    public static AttentionHeads Of(Tensor weights, IReadOnlyList<string>? queries, IReadOnlyList<string>? keys, int index,
        string method)
    {
        if (weights.ndim is < 2 or > 4 || weights.count == 0)
            throw new ArgumentException(
                $"{method}: weights are (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys); this tensor is "
                    + $"{ShapeText.Of(weights)}");
        if (weights.ndim == 4 && (index < 0 || index >= weights.size(0)))
            throw new ArgumentException($"{method}: index {index} of a batch of {weights.size(0)}");
        var one = weights.detach();
        if (one.ndim == 4) one = one.select(0, index);
        if (one.ndim == 2) one = one.unsqueeze(0);
        if (Math.Max(one.size(1), one.size(2)) > MostTokens)
            throw new ArgumentException(
                $"{method}: {one.size(1)} queries and {one.size(2)} keys; at most {MostTokens} can be told apart, slice the weights "
                    + "or use AsHeatmap");
        var heads = Enumerable.Range(0, (int)one.size(0))
            .Select(h => Plane.Read(PlaneSource.Last(one, h), MostTokens, MostTokens)).ToList();
        return new AttentionHeads(heads, Names(queries, one.size(1), "queries", method),
            Names(keys ?? queries, one.size(2), "keys", method));
    }

    /// <summary>What a query looks at most.</summary>
    public string Strongest(int head, int query, int most)
    {
        var plane = Heads[head];
        var keys = Enumerable.Range(0, Keys.Count).Where(k => plane[query, k] > 0).OrderByDescending(k => plane[query, k]).Take(most);
        return string.Join(", ", keys.Select(k => $"{Keys[k]} {NumberText.Short(plane[query, k], 2)}"));
    }

    /// <summary>The heads to show: those that are asked for, or the first.</summary>
    /// <exception cref="ArgumentException">There is no such head.</exception>
    public IReadOnlyList<int> Choose(IEnumerable<int>? heads, int most, string method)
    {
        var chosen = heads?.ToList() ?? [.. Enumerable.Range(0, Math.Min(most, Heads.Count))];
        foreach (var head in chosen)
        {
            if (head < 0 || head >= Heads.Count) throw new ArgumentException($"{method}: head {head} of {Heads.Count}");
        }

        return chosen;
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<string>? names, long count, string what, string method)
    {
        if (names is null) return [.. Enumerable.Range(0, (int)count).Select(i => $"{i}")];
        return names.Count == count ? [.. names.Select(Visible)]
            : throw new ArgumentException($"{method}: {names.Count} tokens for {count} {what}; give as many");
    }

    /// <summary>Spaces and line breaks are tokens too and must be seen.</summary>
    private static string Visible(string token) => token.Length == 0 ? "∅" : token.Replace('\n', '⏎').Replace('\t', '⇥').Replace(' ', '␣');

    private static bool IsLower(Plane plane)
    {
        for (var q = 0; q < plane.Rows; q++)
        {
            for (var k = q + 1; k < plane.Columns; k++)
            {
                if (plane[q, k] != 0) return false;
            }
        }

        return true;
    }

    private static bool SumsToOne(Plane plane) =>
        Enumerable.Range(0, plane.Rows)
            .All(q => Math.Abs(plane.Values.AsSpan(q * plane.Columns, plane.Columns).ToArray().Sum() - 1) < 0.01);
}
