using Qiansi.Tensors.Attention;
using Qiansi.Tensors.AttentionLines;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>Attention between two sentences.</summary>
public static class TensorAttentionLines
{
    /// <summary>Most tokens of a sentence whose lines can still be followed.</summary>
    private const int MostTokens = 64;

    /// <summary>
    /// Attention weights as lines between two sentences: the keys stand above, the queries below, and a line is as dark and as wide as its
    /// weight. A colour a head; the pointer tells each weight.
    /// </summary>
    /// <param name="weights">
    /// (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys), at most 64 tokens each; each query's weights add up to 1.
    /// </param>
    /// <param name="queries">What the queries are, and the keys too when they are as many; null: their numbers.</param>
    /// <param name="keys">What the keys are, where they are others.</param>
    /// <param name="index">Which of the batch.</param>
    /// <param name="heads">Which heads; null: all.</param>
    /// <param name="least">Smallest weight that is drawn, 0 to 1.</param>
    /// <exception cref="ArgumentException">
    /// The shape is another, there are not as many tokens as queries, or rows do not add up to 1.
    /// </exception>
    public static TensorPicture AsAttentionLines(this Tensor weights, IEnumerable<string>? queries = null,
        IEnumerable<string>? keys = null, int index = 0, IEnumerable<int>? heads = null, double least = 0.1)
    {
        const string Name = nameof(AsAttentionLines);
        var attention = AttentionHeads.Of(weights, queries?.ToList(), keys?.ToList(), index, Name);
        var shown = attention.Choose(heads, int.MaxValue, Name);
        if (Math.Max(attention.Queries.Count, attention.Keys.Count) > MostTokens)
            throw new ArgumentException(
                $"{Name}: {attention.Queries.Count} queries and {attention.Keys.Count} keys; lines can be followed among at most "
                    + $"{MostTokens}, slice the weights or use AsAttention");
        if (!attention.AreWeights)
            throw new ArgumentException(
                $"{Name}: rows do not add up to 1; these are scores before the softmax, or weights after dropout: AsAttention shows them");
        var lines = new WeightLines(attention, shown, least);
        var note = Note(attention, shown, lines);
        var drawing = LinesDrawing.Draw(attention, shown, lines);
        return new TensorPicture(new Card().Drawings(drawing).Note(note).ToString(), Text(attention, shown, note));
    }

    private static string Note(AttentionHeads attention, IReadOnlyList<int> heads, WeightLines lines) =>
        $"{heads.Count} of {attention.Heads.Count} head{(attention.Heads.Count == 1 ? "" : "s")}: {attention.Queries.Count} "
            + $"queries (below) look at {attention.Keys.Count} keys (above); {lines.Shown.Count} lines of weight "
            + $"{NumberText.Short(lines.Least, 3)} and more, {Math.Round(100 * lines.Share)}% of all attention";

    private static string Text(AttentionHeads attention, IReadOnlyList<int> heads, string note)
    {
        var lines = from q in Enumerable.Range(0, attention.Queries.Count)
                    from h in heads
                    select $"{attention.Queries[q]} → {attention.Strongest(h, q, 3)}{(heads.Count > 1 ? $"  (head {h})" : "")}";
        return $"{note}\n{string.Join('\n', lines.Take(AttentionHeads.MostLines))}";
    }
}
