namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Counts where edges cross.</summary>
internal static class Crossings
{
    /// <summary>All crossings of an order: for each pair of layers the inversions of the edges sorted by their upper ends.</summary>
    /// <remarks>Barth, Jünger and Mutzel, <i>Simple and Efficient Bilayer Cross Counting</i> (2002).</remarks>
    public static long Count(LayerGraph graph, LayerOrder order)
    {
        var (crossings, lower) = (0L, new List<int>());
        for (var l = 0; l + 1 < order.Layers.Length; l++)
        {
            lower.Clear();
            foreach (var v in order.Layers[l])
            {
                var first = lower.Count;
                foreach (var w in graph.Below(v)) lower.Add(order.Position[w]);
                lower.Sort(first, lower.Count - first, null);
            }

            crossings += Inversions(lower, order.Layers[l + 1].Length);
        }

        return crossings;
    }

    /// <summary>How many fewer crossings there are when two neighbours of a layer change places.</summary>
    public static int GainOfSwap(LayerGraph graph, LayerOrder order, int left, int right) =>
        Gain(graph.Above(left), graph.Above(right), order.Position) + Gain(graph.Below(left), graph.Below(right), order.Position);

    private static int Gain(IReadOnlyList<int> left, IReadOnlyList<int> right, int[] position)
    {
        var gain = 0;
        for (var i = 0; i < left.Count; i++)
            for (var j = 0; j < right.Count; j++) gain += position[left[i]].CompareTo(position[right[j]]);
        return gain;
    }

    private static long Inversions(List<int> values, int limit)
    {
        var (tree, inversions) = (new int[limit + 1], 0L);
        for (var seen = 0; seen < values.Count; seen++)
        {
            var notAfter = 0;
            for (var i = values[seen] + 1; i > 0; i -= i & -i) notAfter += tree[i];
            inversions += seen - notAfter;
            for (var i = values[seen] + 1; i <= limit; i += i & -i) tree[i]++;
        }

        return inversions;
    }
}
