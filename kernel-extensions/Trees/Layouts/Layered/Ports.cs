namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Where edges leave and reach their nodes: side by side in the order of their other ends, a little towards them.</summary>
internal sealed class Ports
{
    private const double Towards = 0.3;
    private const double Gap = 11;
    private const double UsablePart = 0.7;

    private readonly LayerGraph _graph;
    private readonly Placing _placing;
    private readonly double[] _leaves;
    private readonly double[] _reaches;

    /// <summary>Finds the ports of all edges.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="placing">Where its nodes stand.</param>
    /// <param name="width">Width of the nodes as they are drawn.</param>
    public Ports(LayerGraph graph, Placing placing, double[] width)
    {
        (_graph, _placing) = (graph, placing);
        var chains = graph.Chains;
        _leaves = Find(Adjacency.Of(graph.Nodes, chains.Length, e => chains[e][0]), e => chains[e][1], width);
        _reaches = Find(Adjacency.Of(graph.Nodes, chains.Length, e => chains[e][^1]), e => chains[e][^2], width);
    }

    /// <summary>The way of an edge, downwards.</summary>
    public Route Route(int edge, bool hasLabel)
    {
        var chain = _graph.Chains[edge];
        var points = new (double X, double Y)[chain.Length * 2];
        for (var i = 0; i < chain.Length; i++)
        {
            var (v, l) = (chain[i], _graph.Layer(chain[i]));
            var x = i == 0 ? _leaves[edge] : i == chain.Length - 1 ? _reaches[edge] : _placing.X[v];
            points[2 * i] = (x, i == 0 ? _placing.Y[v] + _graph.Height(v) / 2 : _placing.Top[l]);
            points[2 * i + 1] = (x, i == chain.Length - 1 ? _placing.Y[v] - _graph.Height(v) / 2 : _placing.Bottom[l]);
        }

        var label = chain[LayerGraph.LabelAt(chain)];
        return new(points, hasLabel ? (_placing.X[label], _placing.Y[label]) : null);
    }

    private double[] Find(int[][] edgesAt, Func<int, int> neighbour, double[] width)
    {
        var port = new double[_graph.Chains.Length];
        for (var v = 0; v < edgesAt.Length; v++)
        {
            if (edgesAt[v].Length == 0) continue;
            var (middle, usable) = (_placing.X[v], width[v] * UsablePart);
            var sorted = edgesAt[v].OrderBy(e => _placing.X[neighbour(e)]).ThenBy(e => e).ToArray();
            var gap = sorted.Length == 1 ? 0 : Math.Min(Gap, usable / (sorted.Length - 1));
            var wanted = Array.ConvertAll(sorted,
                e => middle + Math.Clamp((_placing.X[neighbour(e)] - middle) * Towards, -usable / 2, usable / 2));
            var places = (double[])wanted.Clone();
            for (var i = 1; i < places.Length; i++) places[i] = Math.Max(places[i], places[i - 1] + gap);
            var shift = wanted.Average() - places.Average();
            shift = Math.Clamp(shift, middle - usable / 2 - places[0],
                Math.Max(middle - usable / 2 - places[0], middle + usable / 2 - places[^1]));
            for (var i = 0; i < sorted.Length; i++) port[sorted[i]] = Math.Min(places[i] + shift, middle + usable / 2);
        }

        return port;
    }
}
