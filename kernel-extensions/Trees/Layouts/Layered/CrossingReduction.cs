namespace Qiansi.Trees.Layouts.Layered;

/// <summary>
/// Orders the layers so that few edges cross: sweeps down and up by the median or barycentre of neighbours, then swaps of neighbours,
/// keeping the best order seen.
/// </summary>
/// <remarks>Gansner et al. (1993), section 3.</remarks>
internal static class CrossingReduction
{
    private const int Sweeps = 24;
    private const int SweepsWithoutGain = 6;

    /// <summary>The best order found; never one with more crossings than <see cref="LayerOrder.Initial"/>.</summary>
    public static LayerOrder Order(LayerGraph graph)
    {
        var best = Improve(graph, LayerOrder.Initial(graph), out var crossings);
        if (crossings == 0) return best;
        var other = Improve(graph, LayerOrder.Initial(graph, mirrored: true), out var otherCrossings);
        return otherCrossings < crossings ? other : best;
    }

    private static LayerOrder Improve(LayerGraph graph, LayerOrder order, out long least)
    {
        var best = order.Copy();
        least = Crossings.Count(graph, order);
        // Large graphs get fewer sweeps, so that drawing one stays a matter of a second.
        var sweeps = Math.Clamp(2_000_000 / Math.Max(1, graph.Count), 4, Sweeps);
        for (int sweep = 0, since = 0; sweep < sweeps && since < SweepsWithoutGain && least > 0; sweep++, since++)
        {
            Sweep(graph, order, isDown: sweep % 2 == 0, byMedian: sweep % 4 < 2, tiesToTheRight: sweep % 8 >= 4);
            SwapNeighbours(graph, order);
            var crossings = Crossings.Count(graph, order);
            if (crossings >= least) continue;
            (least, best, since) = (crossings, order.Copy(), -1);
        }

        return best;
    }

    private static void Sweep(LayerGraph graph, LayerOrder order, bool isDown, bool byMedian, bool tiesToTheRight)
    {
        var layers = order.Layers;
        for (var i = 1; i < layers.Length; i++)
        {
            var l = isDown ? i : layers.Length - 1 - i;
            var keys = Array.ConvertAll(layers[l], v => Key(isDown ? graph.Above(v) : graph.Below(v), order.Position, byMedian));
            Sort(layers[l], keys, tiesToTheRight);
            order.Renumber(l);
        }
    }

    /// <summary>Sorts the nodes that have a key; the others keep their places.</summary>
    private static void Sort(int[] layer, double[] keys, bool tiesToTheRight)
    {
        var free = Enumerable.Range(0, layer.Length).Where(i => keys[i] >= 0).ToArray();
        var sorted = free.OrderBy(i => keys[i]).ThenBy(i => tiesToTheRight ? -i : i).Select(i => layer[i]).ToArray();
        for (var i = 0; i < free.Length; i++) layer[free[i]] = sorted[i];
    }

    private static double Key(IReadOnlyList<int> neighbours, int[] position, bool byMedian)
    {
        if (neighbours.Count == 0) return -1;
        if (!byMedian || neighbours.Count < 3) return neighbours.Average(w => position[w]);
        var sorted = neighbours.Select(w => position[w]).Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    private static void SwapNeighbours(LayerGraph graph, LayerOrder order)
    {
        var improved = true;
        for (var round = 0; improved && round < 10; round++)
        {
            improved = false;
            for (var l = 0; l < order.Layers.Length; l++)
            {
                var layer = order.Layers[l];
                for (var i = 0; i + 1 < layer.Length; i++)
                {
                    if (Crossings.GainOfSwap(graph, order, layer[i], layer[i + 1]) <= 0) continue;
                    (layer[i], layer[i + 1]) = (layer[i + 1], layer[i]);
                    (order.Position[layer[i]], order.Position[layer[i + 1]]) = (i, i + 1);
                    improved = true;
                }
            }
        }
    }
}
