namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Draws directed graphs in layers: edges point down, cross seldom, are short, and long ones are straight.</summary>
/// <remarks>
/// Sugiyama's four steps: edges of cycles are turned round (<see cref="CycleRemoval"/>), nodes get layers (<see cref="NetworkSimplex"/>),
/// layers an order (<see cref="CrossingReduction"/>), and nodes their places (<see cref="BrandesKopf"/>); then edges are routed. Parts that
/// no edge connects are drawn one by one and packed in rows.
/// </remarks>
internal static class LayeredLayout
{
    /// <summary>Room at the side of a node that has an edge to itself.</summary>
    private const double LoopRoom = 26;

    /// <summary>Places nodes and edges.</summary>
    /// <param name="width">Extent of each node across the layers.</param>
    /// <param name="height">Extent of each node along the layers.</param>
    /// <param name="edges">Edges in any direction; parallel ones and loops are allowed.</param>
    /// <param name="gaps">Least distances.</param>
    public static LayeredResult Place(double[] width, double[] height, IReadOnlyList<LayeredEdge> edges, LayeredGaps gaps)
    {
        var reversed = CycleRemoval.Reversed(width.Length, edges);
        var (part, parts) = Parts(width.Length, edges);
        var nodesOf = Adjacency.Of(parts, width.Length, v => part[v]);
        var edgesOf = Adjacency.Of(parts, edges.Count, e => part[edges[e].From]);
        var (x, y, layer, routes) = (new double[width.Length], new double[width.Length], new int[width.Length], new Route[edges.Count]);
        var placed = new LayeredResult[parts];
        for (var p = 0; p < parts; p++) placed[p] = PlacePart(width, height, edges, reversed, nodesOf[p], edgesOf[p], gaps);
        var (corners, allWidth, allHeight) = Pack(placed, gaps.Component);
        for (var p = 0; p < parts; p++)
        {
            var (left, top) = corners[p];
            for (var i = 0; i < nodesOf[p].Length; i++)
                (x[nodesOf[p][i]], y[nodesOf[p][i]], layer[nodesOf[p][i]]) = (placed[p].X[i] + left, placed[p].Y[i] + top,
                    placed[p].Layer[i]);
            for (var i = 0; i < edgesOf[p].Length; i++) routes[edgesOf[p][i]] = placed[p].Routes[i].Moved(left, top);
        }

        return new(x, y, layer, routes, allWidth, allHeight);
    }

    private static LayeredResult PlacePart(double[] width, double[] height, IReadOnlyList<LayeredEdge> edges, bool[] reversed, int[] nodes,
        int[] own, LayeredGaps gaps)
    {
        var local = new Dictionary<int, int>();
        foreach (var v in nodes) local[v] = local.Count;
        var down = new List<LayeredEdge>();
        var index = new List<int>();
        var loopRoom = new double[nodes.Length];
        foreach (var e in own)
        {
            var edge = edges[e] with { From = local[edges[e].From], To = local[edges[e].To] };
            if (edge.From == edge.To)
            {
                loopRoom[edge.From] = Math.Max(loopRoom[edge.From], LoopRoom + edge.LabelWidth);
                continue;
            }

            index.Add(e);
            down.Add(reversed[e] ? edge with { From = edge.To, To = edge.From } : edge);
        }

        // A label gets a layer of its own between its ends; then all edges span two layers, of half the distance.
        var hasLabels = down.Exists(e => e.LabelWidth > 0);
        if (hasLabels) gaps = gaps with { Layer = gaps.Layer * 0.55 };
        var layers = NetworkSimplex.Layers(nodes.Length, down.Select(e => (e.From, e.To)), hasLabels ? 2 : 1);
        var graph = new LayerGraph([.. nodes.Select((v, i) => width[v] + 2 * loopRoom[i])], [.. nodes.Select(v => height[v])],
            layers, down);
        var order = CrossingReduction.Order(graph);
        var placing = new Placing(graph, BrandesKopf.Place(graph, order, gaps), gaps.Layer);
        var ports = new Ports(graph, placing, [.. nodes.Select(v => width[v])]);
        var routes = new Dictionary<int, Route>();
        for (var i = 0; i < index.Count; i++)
        {
            var route = ports.Route(i, down[i].LabelWidth > 0);
            routes[index[i]] = reversed[index[i]] ? route.Reversed() : route;
        }

        foreach (var e in own)
            if (edges[e].From == edges[e].To)
                routes[e] = Loop(edges[e], placing.X[local[edges[e].From]], placing.Y[local[edges[e].From]], width, height);
        return new(placing.X[..nodes.Length], placing.Y[..nodes.Length], layers, [.. own.Select(e => routes[e])], placing.Width,
            placing.Height);
    }

    private static Route Loop(LayeredEdge edge, double x, double y, double[] width, double[] height)
    {
        var (side, half) = (x + width[edge.From] / 2, height[edge.From] * 0.28);
        const double Out = LoopRoom * 0.9;
        return new([(side, y - half), (side + Out, y - half * 1.8), (side + Out, y + half * 1.8), (side, y + half)],
            edge.LabelWidth > 0 ? (side + Out + edge.LabelWidth / 2, y) : null, IsLoop: true);
    }

    private static (int[] Part, int Parts) Parts(int nodes, IReadOnlyList<LayeredEdge> edges)
    {
        var leader = Enumerable.Range(0, nodes).ToArray();
        int Find(int v)
        {
            while (leader[v] != v) v = leader[v] = leader[leader[v]];
            return v;
        }

        foreach (var edge in edges) leader[Math.Max(Find(edge.From), Find(edge.To))] = Math.Min(Find(edge.From), Find(edge.To));
        var (part, parts) = (new int[nodes], 0);
        for (var v = 0; v < nodes; v++) part[v] = Find(v) == v ? parts++ : part[Find(v)];
        return (part, parts);
    }

    /// <summary>Puts the parts in rows about as wide as the widest, or as makes the whole a good page.</summary>
    private static ((double Left, double Top)[] Corners, double Width, double Height) Pack(LayeredResult[] parts, double gap)
    {
        var corners = new (double, double)[parts.Length];
        var limit = Math.Max(parts.Select(p => p.Width).DefaultIfEmpty().Max(),
            1.5 * Math.Sqrt(parts.Sum(p => (p.Width + gap) * (p.Height + gap))));
        var (x, y, rowHeight, width) = (0.0, 0.0, 0.0, 0.0);
        for (var p = 0; p < parts.Length; p++)
        {
            if (x > 0 && x + parts[p].Width > limit) (x, y, rowHeight) = (0, y + rowHeight + gap, 0);
            corners[p] = (x, y);
            width = Math.Max(width, x + parts[p].Width);
            x += parts[p].Width + gap;
            rowHeight = Math.Max(rowHeight, parts[p].Height);
        }

        return (corners, width, y + rowHeight);
    }
}
