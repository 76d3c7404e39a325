using Qiansi.Tensors.Attention;
using Qiansi.Tensors.AttentionLayers;
using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Multiples;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>The attention of a whole model.</summary>
public static class TensorAttentionLayers
{
    /// <summary>Twelve layers of twelve heads: so many maps, with what the pointer tells, stay below 64 KiB.</summary>
    private const int MostMaps = 144, MostCells = 20_000;

    /// <summary>
    /// The attention of all layers and heads at one glance: a row a layer, a column a head, all in the same colours. The pointer tells of
    /// each map its strongest pair, how far it looks, and its entropy.
    /// </summary>
    /// <param name="layers">
    /// The weights of each layer, the first layer first: (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys). All have
    /// the same queries and keys; layers may differ in their heads.
    /// </param>
    /// <param name="tokens">What the queries are, and the keys too when they are as many; null: their numbers.</param>
    /// <param name="keys">What the keys are, where they are others.</param>
    /// <param name="index">Which of the batch.</param>
    /// <exception cref="ArgumentException">There is no layer, there are more than 144 maps, or shapes do not fit.</exception>
    public static TensorPicture AsAttentionLayers(this IEnumerable<Tensor> layers, IEnumerable<string>? tokens = null,
        IEnumerable<string>? keys = null, int index = 0)
    {
        const string Name = nameof(AsAttentionLayers);
        var (queryNames, keyNames) = (tokens?.ToList(), keys?.ToList());
        var all = layers.Select(l => AttentionHeads.Of(l, queryNames, keyNames, index, Name)).ToList();
        if (all.Count == 0) throw new ArgumentException($"{Name}: there is no layer");
        if (all.Count * all.Max(l => l.Heads.Count) > MostMaps)
            throw new ArgumentException(
                $"{Name}: {all.Count} layers of {all.Max(l => l.Heads.Count)} heads; at most {MostMaps} maps, choose some of the layers");
        if (all.Exists(l => l.Queries.Count != all[0].Queries.Count || l.Keys.Count != all[0].Keys.Count))
            throw new ArgumentException(
                $"{Name}: layers have {string.Join(", ", all.Select(l => $"{l.Queries.Count}×{l.Keys.Count}"))} queries × keys; all must "
                    + "have the same");
        var rows = all.Select((l, i) => HeadReading.All(l, i)).ToList();
        var note = $"{all.Count} layer{(all.Count == 1 ? "" : "s")} (down) × {all.Max(l => l.Heads.Count)} heads (across), each "
            + $"{all[0].Queries.Count} queries × {all[0].Keys.Count} keys";
        return new TensorPicture(new Card().Drawings(Draw(all, rows, note)).Note(note).ToString(),
            $"{note}\n{string.Join('\n', rows.SelectMany(r => r).Take(AttentionHeads.MostLines))}");
    }

    private static string Draw(List<AttentionHeads> layers, List<IReadOnlyList<HeadReading>> readings, string label)
    {
        var columns = layers.Max(l => l.Heads.Count);
        var side = Math.Min(AttentionHeads.MostTokens, (int)Math.Sqrt(MostCells / (double)(layers.Count * columns)));
        var empty = TensorPanels.Reduced(layers[0].Heads[0].Source, side);
        var planes = layers.SelectMany(l => l.Heads.Select(h => TensorPanels.Reduced(h.Source, side))
            .Concat(Enumerable.Repeat(empty with { Values = new double[empty.Values.Length] }, columns - l.Heads.Count))).ToList();
        var titles = readings.SelectMany(r => r.Select(h => $"{h}").Concat(Enumerable.Repeat("no such head", columns - r.Count))).ToList();
        var scale = HeatScale.Of(Reading.Statistics.Of([.. planes.SelectMany(p => p.Values)])).Between(0, null);
        return new Panels(planes, columns, titles, [.. Enumerable.Range(0, layers.Count).Select(i => $"layer {i}")],
            [.. Enumerable.Range(0, columns).Select(i => $"head {i}")], []).Draw(scale, label);
    }
}
