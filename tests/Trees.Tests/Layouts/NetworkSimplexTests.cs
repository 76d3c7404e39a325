using FsCheck.Fluent;
using Qiansi.Trees.Layouts.Layered;

namespace Qiansi.Trees.Tests.Layouts;

public sealed class NetworkSimplexTests
{
    [Fact]
    public void A_leaf_stands_just_above_the_node_it_feeds()
    {
        // 0 → 1 → 2 → 3, and 4 → 3: longest paths would put 4 at the top.
        Assert.Equal([0, 1, 2, 3, 2], NetworkSimplex.Layers(5, [(0, 1), (1, 2), (2, 3), (4, 3)], 1));
    }

    [Fact]
    public void Edges_may_have_to_go_down_two_layers() =>
        Assert.Equal([0, 2, 4, 2], NetworkSimplex.Layers(4, [(0, 1), (1, 2), (3, 2), (0, 2)], 2));

    /// <summary>Small graphs have few layerings: all are tried.</summary>
    [Fact]
    public void No_layering_has_shorter_edges() => Checks.Hold(
        from nodes in Gen.Choose(2, 6)
        from parents in Gen.ArrayOf(Gen.Choose(0, 5), nodes - 1)
        from more in Gen.ListOf(Gen.Choose(0, nodes * nodes - 1))
        select (nodes, edges: parents.Select((p, i) => (p % (i + 1), i + 1))
            .Concat(more.Take(6).Where(m => m / nodes < m % nodes).Select(m => (m / nodes, m % nodes))).ToArray()),
        c =>
        {
            var layers = NetworkSimplex.Layers(c.nodes, c.edges, 1);
            Assert.All(c.edges, e => Assert.True(layers[e.Item1] < layers[e.Item2]));
            Assert.Equal(0, layers.Min());
            Assert.Equal(Shortest(c.nodes, c.edges), c.edges.Sum(e => layers[e.Item2] - layers[e.Item1]));
        }, count: 100);

    private static int Shortest(int nodes, (int, int)[] edges)
    {
        var best = int.MaxValue;
        var layers = new int[nodes];
        for (var code = 0; code < (int)Math.Pow(nodes, nodes); code++)
        {
            for (int v = 0, rest = code; v < nodes; v++, rest /= nodes) layers[v] = rest % nodes;
            if (edges.All(e => layers[e.Item1] < layers[e.Item2])) best = Math.Min(best, edges.Sum(e => layers[e.Item2] - layers[e.Item1]));
        }

        return best;
    }
}
