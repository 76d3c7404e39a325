using Qiansi.Tensors.Attention;
using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>What attention looks at.</summary>
public static class TensorAttention
{
    private const int MostHeads = 16;

    /// <summary>
    /// Attention weights, a map a head: rows are queries, columns the keys they look at; a causal mask is recognised and shown.
    /// </summary>
    /// <param name="weights">
    /// (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys), at most 512 tokens; 16 heads are shown.
    /// </param>
    /// <param name="tokens">What the queries are, and the keys too when they are as many; null: their numbers.</param>
    /// <param name="keys">What the keys are, where they are others.</param>
    /// <param name="index">Which of the batch.</param>
    /// <param name="heads">Which heads; null: the first 16.</param>
    /// <exception cref="ArgumentException">The shape is another, or there are not as many tokens as queries.</exception>
    public static TensorPicture AsAttention(this Tensor weights, IEnumerable<string>? tokens = null, IEnumerable<string>? keys = null,
        int index = 0, IEnumerable<int>? heads = null)
    {
        var attention = AttentionHeads.Of(weights, tokens?.ToList(), keys?.ToList(), index, nameof(AsAttention));
        var shown = attention.Choose(heads, MostHeads, nameof(AsAttention));
        var max = shown.Max(h => attention.Heads[h].Values.Max());
        var scale = attention.AreWeights
            ? new HeatScale(0, max, ColorScale.Viridis)
            : HeatScale.Of(Reading.Statistics.Of([.. shown.SelectMany(h => attention.Heads[h].Values)]));
        var note = Note(weights, attention, shown.Count);
        return new TensorPicture(new Card().Drawings(AttentionDrawing.Draw(attention, shown, scale)).Note(note).ToString(),
            Text(attention, shown, note));
    }

    private static string Note(Tensor weights, AttentionHeads attention, int shown)
    {
        var note = $"{attention.Heads.Count} head{(attention.Heads.Count == 1 ? "" : "s")}, {attention.Queries.Count} queries (down) × "
            + $"{attention.Keys.Count} keys (across), {ShapeText.Of(weights)}";
        if (shown < attention.Heads.Count) note += $"; {shown} heads are shown";
        if (attention.IsCausal) note += "; causal: a token sees only those up to itself";
        if (!attention.AreWeights) note += "; rows do not add up to 1: scores before the softmax, or after dropout?";
        return note;
    }

    private static string Text(AttentionHeads attention, IReadOnlyList<int> heads, string note)
    {
        const int MostLines = AttentionHeads.MostLines;
        var lines = from h in heads
                    from q in Enumerable.Range(0, attention.Queries.Count)
                    select $"head {h}: {attention.Queries[q]} → {attention.Strongest(h, q, 3)}";
        var all = heads.Count * attention.Queries.Count;
        return $"{note}\n{string.Join('\n', lines.Take(MostLines))}{(all > MostLines ? $"\n… {all - MostLines} more queries" : "")}";
    }
}
