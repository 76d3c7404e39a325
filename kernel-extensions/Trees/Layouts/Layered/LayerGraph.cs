namespace Qiansi.Trees.Layouts.Layered;

/// <summary>
/// A graph in which every edge joins neighbouring layers: long edges pass the layers between through nodes of their own, one of which holds
/// the label.
/// </summary>
internal sealed class LayerGraph
{
    private readonly List<double> _width;
    private readonly List<double> _height;
    private readonly List<int> _layer;
    private readonly List<List<int>> _above;
    private readonly List<List<int>> _below;

    /// <summary>The graph of these nodes in these layers.</summary>
    /// <param name="width">Extent of the nodes across the layers.</param>
    /// <param name="height">Extent of the nodes along the layers.</param>
    /// <param name="layer">Layer of each node.</param>
    /// <param name="edges">Edges that go down.</param>
    public LayerGraph(double[] width, double[] height, int[] layer, IReadOnlyList<LayeredEdge> edges)
    {
        (Nodes, _width, _height, _layer) = (width.Length, [.. width], [.. height], [.. layer]);
        _above = [.. width.Select(_ => new List<int>())];
        _below = [.. width.Select(_ => new List<int>())];
        Chains = new int[edges.Count][];
        for (var e = 0; e < edges.Count; e++) Chains[e] = Chain(edges[e]);
        LayerCount = _layer.Max() + 1;
    }

    /// <summary>Number of nodes that are not bends of edges; they have the first numbers.</summary>
    public int Nodes { get; }

    /// <summary>Number of all nodes.</summary>
    public int Count => _layer.Count;

    /// <summary>Number of layers.</summary>
    public int LayerCount { get; }

    /// <summary>For each edge the nodes it passes, its ends included, downwards.</summary>
    public int[][] Chains { get; }

    /// <summary>Extent across the layers.</summary>
    public double Width(int v) => _width[v];

    /// <summary>Extent along the layers.</summary>
    public double Height(int v) => _height[v];

    /// <summary>The layer a node is in.</summary>
    public int Layer(int v) => _layer[v];

    /// <summary>Whether the node is only a bend, or the label, of an edge.</summary>
    public bool IsBend(int v) => v >= Nodes;

    /// <summary>Neighbours in the layer above.</summary>
    public IReadOnlyList<int> Above(int v) => _above[v];

    /// <summary>Neighbours in the layer below.</summary>
    public IReadOnlyList<int> Below(int v) => _below[v];

    /// <summary>Which node of a chain stands for the label.</summary>
    public static int LabelAt(int[] chain) => chain.Length / 2;

    private int[] Chain(LayeredEdge edge)
    {
        var (top, bottom) = (_layer[edge.From], _layer[edge.To]);
        var chain = new int[bottom - top + 1];
        (chain[0], chain[^1]) = (edge.From, edge.To);
        for (var i = 1; i < chain.Length - 1; i++)
        {
            var isLabel = edge.LabelWidth > 0 && i == LabelAt(chain);
            chain[i] = Count;
            _width.Add(isLabel ? edge.LabelWidth : 0);
            _height.Add(isLabel ? edge.LabelHeight : 0);
            _layer.Add(top + i);
            _above.Add([]);
            _below.Add([]);
        }

        for (var i = 1; i < chain.Length; i++)
        {
            _below[chain[i - 1]].Add(chain[i]);
            _above[chain[i]].Add(chain[i - 1]);
        }

        return chain;
    }
}
