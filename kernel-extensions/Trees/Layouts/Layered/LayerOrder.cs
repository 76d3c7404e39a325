namespace Qiansi.Trees.Layouts.Layered;

/// <summary>The order of the nodes within each layer.</summary>
internal sealed class LayerOrder
{
    private LayerOrder(int[][] layers, int[] position) => (Layers, Position) = (layers, position);

    /// <summary>The nodes of each layer, from left to right.</summary>
    public int[][] Layers { get; }

    /// <summary>Place of each node in its layer.</summary>
    public int[] Position { get; }

    /// <summary>The order in which a search from the top meets the nodes.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="mirrored">Whether the search follows the last edge first.</param>
    public static LayerOrder Initial(LayerGraph graph, bool mirrored = false)
    {
        var layers = new List<int>[graph.LayerCount];
        for (var l = 0; l < layers.Length; l++) layers[l] = [];
        var seen = new bool[graph.Count];
        var stack = new Stack<int>();
        foreach (var start in Enumerable.Range(0, graph.Nodes).OrderBy(graph.Layer))
        {
            stack.Push(start);
            while (stack.TryPop(out var v))
            {
                if (seen[v]) continue;
                seen[v] = true;
                layers[graph.Layer(v)].Add(v);
                var below = graph.Below(v);
                for (var i = 0; i < below.Count; i++) stack.Push(below[mirrored ? i : below.Count - 1 - i]);
            }
        }

        if (mirrored) foreach (var layer in layers) layer.Reverse();
        var order = new LayerOrder(Array.ConvertAll(layers, l => l.ToArray()), new int[graph.Count]);
        for (var l = 0; l < layers.Length; l++) order.Renumber(l);
        return order;
    }

    /// <summary>An order of its own that is the same.</summary>
    public LayerOrder Copy() => new(Array.ConvertAll(Layers, l => (int[])l.Clone()), (int[])Position.Clone());

    /// <summary>Makes the positions of a layer's nodes fit its order.</summary>
    public void Renumber(int layer)
    {
        for (var i = 0; i < Layers[layer].Length; i++) Position[Layers[layer][i]] = i;
    }
}
