using Qiansi.Trees.Layouts.Layered;

namespace Qiansi.Trees.Tests.Layouts;

public sealed class LayeredLayoutTests
{
    private const double Tolerance = 1e-6;
    private static readonly LayeredGaps Gaps = new();

    [Fact]
    public void Nodes_and_labels_never_overlap() => Checks.Hold(RandomGraph.Any, graph =>
    {
        var result = Place(graph);
        var boxes = graph.Width.Select((w, v) => (result.X[v], result.Y[v], w, graph.Height[v])).ToList();
        for (var e = 0; e < graph.Edges.Length; e++)
            if (result.Routes[e].Label is { } at) boxes.Add((at.X, at.Y, graph.Edges[e].LabelWidth, graph.Edges[e].LabelHeight));
        for (var i = 0; i < boxes.Count; i++)
        {
            var (x, y, w, h) = boxes[i];
            Assert.InRange(x, w / 2 - Tolerance, result.Width - w / 2 + Tolerance);
            Assert.InRange(y, h / 2 - Tolerance, result.Height - h / 2 + Tolerance);
            for (var j = 0; j < i; j++)
            {
                var (x2, y2, w2, h2) = boxes[j];
                Assert.True(Math.Abs(x - x2) >= (w + w2) / 2 - Tolerance || Math.Abs(y - y2) >= (h + h2) / 2 - Tolerance,
                    $"boxes {j} and {i} overlap");
            }
        }
    });

    [Fact]
    public void Edges_of_a_graph_without_cycles_go_down() => Checks.Hold(RandomGraph.Acyclic, graph =>
    {
        var result = Place(graph);
        for (var e = 0; e < graph.Edges.Length; e++)
        {
            Assert.True(result.Layer[graph.Edges[e].From] < result.Layer[graph.Edges[e].To]);
            Assert.All(result.Routes[e].Points.Zip(result.Routes[e].Points.Skip(1)),
                leg => Assert.True(leg.Second.Y >= leg.First.Y - Tolerance));
        }
    });

    [Fact]
    public void Edges_begin_and_end_on_the_borders_of_their_nodes_and_pass_no_other() => Checks.Hold(RandomGraph.Any, graph =>
    {
        var result = Place(graph);
        for (var e = 0; e < graph.Edges.Length; e++)
        {
            var (from, to) = (graph.Edges[e].From, graph.Edges[e].To);
            if (from == to) continue;
            var points = result.Routes[e].Points;
            Assert.True(Math.Abs(points[0].X - result.X[from]) <= graph.Width[from] / 2);
            Assert.True(Math.Abs(points[^1].X - result.X[to]) <= graph.Width[to] / 2);
            Assert.Equal(graph.Height[from] / 2, Math.Abs(points[0].Y - result.Y[from]), 6);
            Assert.Equal(graph.Height[to] / 2, Math.Abs(points[^1].Y - result.Y[to]), 6);
            // Legs that pass a layer run along it, clear of its nodes.
            for (var i = 2; i < points.Count - 2; i += 2)
            {
                Assert.Equal(points[i].X, points[i + 1].X, 6);
                for (var v = 0; v < graph.Width.Length; v++)
                {
                    var isBeside = Math.Max(points[i].Y, points[i + 1].Y) < result.Y[v] - graph.Height[v] / 2 + Tolerance
                        || Math.Min(points[i].Y, points[i + 1].Y) > result.Y[v] + graph.Height[v] / 2 - Tolerance
                        || Math.Abs(points[i].X - result.X[v]) >= graph.Width[v] / 2;
                    Assert.True(isBeside, $"edge {e} passes through node {v}");
                }
            }
        }
    });

    [Fact]
    public void There_are_never_more_crossings_than_in_the_first_order() => Checks.Hold(RandomGraph.Acyclic, graph =>
    {
        var layered = Layered(graph);
        Assert.True(Crossings.Count(layered, CrossingReduction.Order(layered)) <= Crossings.Count(layered, LayerOrder.Initial(layered)));
    });

    [Fact]
    public void Crossings_are_counted_as_pairs_of_edges_that_change_sides() => Checks.Hold(RandomGraph.Acyclic, graph =>
    {
        var layered = Layered(graph);
        var order = LayerOrder.Initial(layered);
        var legs = layered.Chains.SelectMany(c => c.Zip(c.Skip(1))).ToArray();
        var crossings = 0;
        for (var i = 0; i < legs.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (layered.Layer(legs[i].First) != layered.Layer(legs[j].First)) continue;
                var (above, below) = (order.Position[legs[i].First] - order.Position[legs[j].First],
                    order.Position[legs[i].Second] - order.Position[legs[j].Second]);
                if (Math.Sign(above) * Math.Sign(below) < 0) crossings++;
            }
        }

        Assert.Equal(crossings, Crossings.Count(layered, order));
    });

    [Fact]
    public void A_chain_is_one_straight_line()
    {
        var result = LayeredLayout.Place([40, 90, 20, 60], [20, 20, 20, 20], [new(0, 1), new(1, 2), new(2, 3)], Gaps);
        Assert.All(result.X, x => Assert.Equal(45, x, 6));
        Assert.Equal([0, 1, 2, 3], result.Layer);
        Assert.Equal(4 * 20 + 3 * Gaps.Layer, result.Height, 6);
    }

    [Fact]
    public void A_tree_drawn_in_layers_has_no_crossings()
    {
        var edges = Enumerable.Range(1, 62).Select(v => new LayeredEdge((v - 1) / 2, v)).Reverse().ToArray();
        var graph = new RandomGraph([.. Enumerable.Repeat(20.0, 63)], [.. Enumerable.Repeat(20.0, 63)], edges);
        var layered = Layered(graph);
        Assert.Equal(0, Crossings.Count(layered, CrossingReduction.Order(layered)));
    }

    [Fact]
    public void A_long_edge_stays_straight_beside_the_nodes_it_passes()
    {
        // 0 → 1 → 2 → 3 → 4 and 0 → 4.
        var result = LayeredLayout.Place(
            [30, 30, 30, 30, 30], [20, 20, 20, 20, 20], [new(0, 1), new(1, 2), new(2, 3), new(3, 4), new(0, 4)], Gaps);
        var inner = result.Routes[4].Points.Skip(2).SkipLast(2).Select(p => p.X).ToArray();
        Assert.Equal(6, inner.Length);
        Assert.All(inner, x => Assert.Equal(inner[0], x, 6));
    }

    [Fact]
    public void A_large_graph_is_drawn_within_seconds()
    {
        var random = new Random(5);
        var edges = Enumerable.Range(1, 2999).SelectMany(v =>
            Enumerable.Range(0, 1 + random.Next(2)).Select(_ => new LayeredEdge(random.Next(Math.Max(0, v - 40), v), v))).ToArray();
        var sizes = Enumerable.Repeat(30.0, 3000).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = LayeredLayout.Place(sizes, sizes, edges, Gaps);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        Assert.All(edges, e => Assert.True(result.Layer[e.From] < result.Layer[e.To]));
    }

    [Fact]
    public void An_empty_graph_is_an_empty_drawing()
    {
        var result = LayeredLayout.Place([], [], [], Gaps);
        Assert.Equal((0, 0), (result.Width, result.Height));
    }

    private static LayeredResult Place(RandomGraph graph) => LayeredLayout.Place(graph.Width, graph.Height, graph.Edges, Gaps);

    private static LayerGraph Layered(RandomGraph graph)
    {
        var layer = new int[graph.Width.Length];
        foreach (var edge in graph.Edges.OrderBy(e => e.From)) layer[edge.To] = Math.Max(layer[edge.To], layer[edge.From] + 2);
        return new(graph.Width, graph.Height, layer, graph.Edges);
    }
}
