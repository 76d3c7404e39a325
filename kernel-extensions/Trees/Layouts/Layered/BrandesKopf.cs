namespace Qiansi.Trees.Layouts.Layered;

/// <summary>
/// Places nodes across their layers: long edges straight, nodes near the median of their neighbours, order and gaps kept.
/// </summary>
/// <remarks>
/// Brandes and Köpf, <i>Fast and Simple Horizontal Coordinate Assignment</i> (2001): four alignments, of which each node takes the middle.
/// Blocks are compacted by longest paths in the graph of blocks, which avoids the paper's faulty shift of classes.
/// </remarks>
internal sealed class BrandesKopf
{
    private readonly LayerGraph _graph;
    private readonly LayeredGaps _gaps;
    private readonly HashSet<(int, int)> _conflicts = [];

    private BrandesKopf(LayerGraph graph, LayeredGaps gaps) => (_graph, _gaps) = (graph, gaps);

    /// <summary>The middle of each node; the leftmost border is at 0.</summary>
    public static double[] Place(LayerGraph graph, LayerOrder order, LayeredGaps gaps)
    {
        var placing = new BrandesKopf(graph, gaps);
        placing.FindConflicts(order);
        double[][] placed = [placing.Align(order, false, false), placing.Align(order, false, true), placing.Align(order, true, false),
            placing.Align(order, true, true)];
        placing.MoveTogether(placed);
        var x = new double[graph.Count];
        var four = new double[4];
        for (var v = 0; v < x.Length; v++)
        {
            for (var i = 0; i < 4; i++) four[i] = placed[i][v];
            Array.Sort(four);
            x[v] = (four[1] + four[2]) / 2;
        }

        var left = placing.Extent(x).Left;
        return Array.ConvertAll(x, p => p - left);
    }

    /// <summary>Where an edge crosses an inner leg of a long edge, the long edge stays straight.</summary>
    private void FindConflicts(LayerOrder order)
    {
        for (var l = 1; l < order.Layers.Length; l++)
        {
            var (layer, upper) = (order.Layers[l], order.Layers[l - 1]);
            var (scanned, left) = (0, 0);
            for (var i = 0; i < layer.Length; i++)
            {
                var inner = InnerLegAbove(layer[i]);
                if (inner < 0 && i < layer.Length - 1) continue;
                var right = inner >= 0 ? order.Position[inner] : upper.Length - 1;
                for (; scanned <= i; scanned++)
                {
                    foreach (var above in _graph.Above(layer[scanned]))
                    {
                        var at = order.Position[above];
                        if ((at < left || at > right) && !(_graph.IsBend(above) && _graph.IsBend(layer[scanned])))
                            _conflicts.Add((above, layer[scanned]));
                    }
                }

                left = right;
            }
        }
    }

    private int InnerLegAbove(int v)
    {
        if (!_graph.IsBend(v)) return -1;
        var above = _graph.Above(v)[0];
        return _graph.IsBend(above) ? above : -1;
    }

    /// <summary>One of the four placements: blocks grow downwards or upwards, and are packed to the left or to the right.</summary>
    private double[] Align(LayerOrder order, bool upwards, bool toTheRight)
    {
        var layers = order.Layers.Select(l => toTheRight ? l.Reverse().ToArray() : l).ToArray();
        if (upwards) Array.Reverse(layers);
        var position = new int[_graph.Count];
        foreach (var layer in layers)
            for (var i = 0; i < layer.Length; i++) position[layer[i]] = i;
        var root = Blocks(layers, position, upwards);
        var x = Pack(layers, root);
        return toTheRight ? Array.ConvertAll(x, p => -p) : x;
    }

    private int[] Blocks(int[][] layers, int[] position, bool upwards)
    {
        var root = Enumerable.Range(0, _graph.Count).ToArray();
        var taken = new bool[_graph.Count];
        foreach (var layer in layers)
        {
            var reached = -1;
            foreach (var v in layer)
            {
                var neighbours = (upwards ? _graph.Below(v) : _graph.Above(v)).OrderBy(w => position[w]).ToArray();
                if (neighbours.Length == 0) continue;
                for (var i = (neighbours.Length - 1) / 2; i <= neighbours.Length / 2; i++)
                {
                    var w = neighbours[i];
                    if (root[v] != v || taken[w] || position[w] <= reached || _conflicts.Contains(upwards ? (v, w) : (w, v))) continue;
                    (root[v], taken[w], reached) = (root[w], true, position[w]);
                }
            }
        }

        return root;
    }

    private double[] Pack(int[][] layers, int[] root)
    {
        var gaps = new Dictionary<(int Left, int Right), double>();
        foreach (var layer in layers)
        {
            for (var i = 1; i < layer.Length; i++)
            {
                var pair = (root[layer[i - 1]], root[layer[i]]);
                gaps[pair] = Math.Max(gaps.GetValueOrDefault(pair), Gap(layer[i - 1], layer[i]));
            }
        }

        var pairs = gaps.ToArray();
        var after = Adjacency.Of(_graph.Count, pairs.Length, i => pairs[i].Key.Left);
        var missing = new int[_graph.Count];
        foreach (var pair in pairs) missing[pair.Key.Right]++;
        var order = new List<int>(Enumerable.Range(0, _graph.Count).Where(v => missing[v] == 0));
        var x = new double[_graph.Count];
        for (var at = 0; at < order.Count; at++)
        {
            foreach (var i in after[order[at]])
            {
                var right = pairs[i].Key.Right;
                x[right] = Math.Max(x[right], x[order[at]] + pairs[i].Value);
                if (--missing[right] == 0) order.Add(right);
            }
        }

        // Blocks that have room move to their right neighbours: packed to one side, but not torn apart.
        for (var at = order.Count - 1; at >= 0; at--)
        {
            var v = order[at];
            if (after[v].Length > 0) x[v] = Math.Max(x[v], after[v].Min(i => x[pairs[i].Key.Right] - pairs[i].Value));
        }

        return Array.ConvertAll(root, r => x[r]);
    }

    private double Gap(int left, int right)
    {
        var between = (SideGap(left) + SideGap(right)) / 2;
        return between + (_graph.Width(left) + _graph.Width(right)) / 2;
    }

    private double SideGap(int v) => _graph.IsBend(v) && _graph.Width(v) == 0 ? _gaps.Edge : _gaps.Node;

    /// <summary>
    /// Lets the placements share the borders of the narrowest: its left one, or its right one for those packed to the right.
    /// </summary>
    private void MoveTogether(double[][] placed)
    {
        var extents = placed.Select(Extent).ToArray();
        var narrowest = extents.MinBy(e => e.Right - e.Left);
        for (var i = 0; i < placed.Length; i++)
        {
            var shift = i % 2 == 0 ? narrowest.Left - extents[i].Left : narrowest.Right - extents[i].Right;
            for (var v = 0; v < placed[i].Length; v++) placed[i][v] += shift;
        }
    }

    private (double Left, double Right) Extent(double[] x)
    {
        var (left, right) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var v = 0; v < x.Length; v++)
        {
            left = Math.Min(left, x[v] - _graph.Width(v) / 2);
            right = Math.Max(right, x[v] + _graph.Width(v) / 2);
        }

        return (left, right);
    }
}
