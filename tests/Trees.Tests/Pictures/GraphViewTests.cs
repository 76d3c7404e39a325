namespace Qiansi.Trees.Tests.Pictures;

public sealed class GraphViewTests
{
    [Fact]
    public void A_graph_is_text_node_by_node() => Assert.Equal(
        "x → x·w (left)\nw → x·w (right)\nx·w → loss\nloss",
        Graph.Of(["x", "w", "x·w", "loss"], [(0, 2, "left"), (1, 2, "right"), (2, 3, "")]).ToString());

    [Fact]
    public void Nodes_of_the_same_name_are_numbered() =>
        Assert.Equal("add #1 → add #2\nadd #2", Graph.Of(["add", "add"], [(0, 1)]).ToString());

    [Fact]
    public void Everything_that_can_be_reached_is_drawn_once() =>
        Assert.Equal("12 → 6, 4\n6 → 3, 2\n4 → 2\n3\n2",
            Graph.Of(12, n => new[] { 2, 3 }.Where(d => n % d == 0 && n > d).Select(d => n / d), n => $"{n}").ToString());

    [Fact]
    public void A_graph_without_end_is_an_error_that_says_so() =>
        Assert.Contains("never ends", Assert.Throws<InvalidOperationException>(() => Graph.Of(0L, n => new[] { n + 1 })).Message);

    [Fact]
    public void An_edge_to_nowhere_is_named() =>
        Assert.Contains("0 → 3", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Of(["a", "b"], [(0, 3)])).Message);

    [Fact]
    public void Far_nodes_of_a_large_graph_are_counted()
    {
        var text = Graph.Of(Enumerable.Range(0, 1000).ToList(), Enumerable.Range(0, 999).Select(i => (i, i + 1))).Keep(4).ToString();
        Assert.Equal("0 → 1\n1 → 2\n2 → 3\n3 → +996 more\n+996 more\n\n4 of 1,000 nodes drawn, those nearest to the beginnings.", text);
    }

    [Fact]
    public void Cycles_loops_and_parallel_edges_are_drawn()
    {
        var html = Graph.Of(["a", "b"], [(0, 1), (1, 0), (0, 1), (1, 1)]).ToHtml();
        Assert.Contains("graph of 2 nodes and 4 edges", html);
        Assert.Equal(4, html[html.IndexOf("<path", StringComparison.Ordinal)..].Split("Z")[..^1].Length);
    }

    [Fact]
    public void An_empty_graph_is_an_empty_drawing()
    {
        var graph = Graph.Of(Array.Empty<GraphNode>(), []);
        Assert.Equal("", graph.ToString());
        Assert.Contains("graph of 0 nodes", graph.ToHtml());
    }
}
