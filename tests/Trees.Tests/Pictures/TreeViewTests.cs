using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Tests.Pictures;

public sealed class TreeViewTests
{
    private sealed class Item(string name, params Item[] children)
    {
        public string Name => name;

        public List<Item> Below { get; } = [.. children];
    }

    [Fact]
    public void A_tree_is_text_with_branches()
    {
        var root = new Item("root", new Item("a", new Item("a1"), new Item("a2")), new Item("b"));
        Assert.Equal("""
            root
            ├── a
            │   ├── a1
            │   └── a2
            └── b
            """.ReplaceLineEndings("\n"), Tree.Of(root, i => i.Below, i => i.Name).ToString());
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        // 7 + 49 + 343 + 2,401 below the root; the ones with the most visits stay.
        var view = Tree.Of("", path => path.Length == 4 ? null : "abcdefg".Select(c => path + c), path => path.Length == 0 ? "root" : path);
        var kept = view.Keep(5, by: path => path.Count(c => c == 'g')).ToString();
        Assert.Equal("""
            root
            ├── g
            │   ├── gg
            │   │   ├── ggg
            │   │   │   ├── gggg
            │   │   │   └── +6 more
            │   │   └── +48 more
            │   └── +342 more
            └── +2,400 more

            5 of 2,801 nodes drawn.
            """.ReplaceLineEndings("\n"), kept);
    }

    [Fact]
    public void A_last_sibling_is_drawn_rather_than_counted() =>
        Assert.Equal("0\n├── 1\n├── 2\n└── 3", Tree.Of(0, i => i == 0 ? [1, 2, 3] : null).Keep(3).ToString());

    [Fact]
    public void Of_two_children_the_missing_one_keeps_its_place()
    {
        var figure = Figure(Tree.Of(SearchNode.Of(5, 7, 9), n => [n.Left, n.Right], n => $"{n.Key}"));
        var placed = PlacedFigure.Of(figure);
        var x = Enumerable.Range(0, figure.Nodes.Count).Where(v => figure.Nodes[v].Label.Length > 0).Select(v => placed.X[v]).ToArray();
        Assert.True(x[0] < x[1] && x[1] < x[2], "the right children stand at the right");
        Assert.Equal(2, placed.Edges.Count);
        Assert.Contains("tree of 3 nodes", Tree.Of(SearchNode.Of(5, 7, 9), n => [n.Left, n.Right]).ToHtml());
    }

    [Fact]
    public void A_cycle_ends_where_it_closes()
    {
        var item = new Item("a", new Item("b"));
        item.Below[0].Below.Add(item);
        Assert.Equal("a\n└── b\n    └── a  (cut off)", Tree.Of(item, i => i.Below, i => i.Name).ToString());
    }

    [Fact]
    public void A_shared_child_is_drawn_at_each_parent()
    {
        var shared = new Item("s");
        Assert.Equal("r\n├── a\n│   └── s\n└── b\n    └── s",
            Tree.Of(new Item("r", new Item("a", shared), new Item("b", shared)), i => i.Below, i => i.Name).ToString());
    }

    [Fact]
    public void A_tree_without_end_is_read_to_a_depth()
    {
        var endless = Tree.Of(1L, i => new[] { 2 * i, 2 * i + 1 }).ToDepth(1);
        Assert.Equal("1\n├── 2\n│   └── …\n└── 3\n    └── …", endless.ToString());
    }

    [Fact]
    public void Reading_a_tree_without_end_ends()
    {
        var text = Tree.Of(1L, i => new[] { 2 * i, 2 * i + 1 }).Keep(3).ToString();
        Assert.Contains(" or more", text);
        Assert.Contains("the tree goes on", text);
    }

    [Fact]
    public void Edges_have_labels_and_nodes_remarks()
    {
        var view = Tree.Of(0, i => i == 0 ? [1, 2] : null, edgeLabel: i => i == 1 ? "left" : null).WithColor(i => i / 2.0, "value")
            .WithCategory(i => i == 0 ? "max" : "min").WithMark(i => i == 2 ? Mark.Current : Mark.None);
        Assert.Equal("0  (value 0, max)\n├── left → 1  (value 0.5, min)\n└── 2  (value 1, min, ◀ here)", view.ToString());
    }

    [Fact]
    public void Every_method_gives_a_picture_of_its_own()
    {
        var plain = Tree.Of(0, i => i == 0 ? [1, 2] : null);
        plain.WithCategory(_ => "kind").Keep(1);
        Assert.Equal("0\n├── 1\n└── 2", plain.ToString());
    }

    [Fact]
    public void Links_join_leaves()
    {
        var (a, b) = (new Item("a"), new Item("b"));
        var view = Tree.Of(new Item("root", a, b), i => i.Below, i => i.Name);
        Assert.Equal((1, 2),
            (Figure(view.WithLinks(i => i == a ? b : null)).Links.Single().From,
                Figure(view.WithLinks(i => i == a ? b : null)).Links.Single().To));
        Assert.Empty(Figure(view.WithLinks(_ => new Item("b"))).Links); // of the same name, but not in the tree
    }

    [Fact]
    public void Keys_are_cells_and_children_hang_between_them()
    {
        var figure = Figure(Tree.Of(0, i => i == 0 ? [1, 2, 3] : null).WithCells(i => i == 0 ? [10, 20] : [i]));
        var placed = PlacedFigure.Of(figure);
        var starts = placed.Edges.Select(e =>
            double.Parse(e.Path[1..e.Path.IndexOf(' ')], System.Globalization.CultureInfo.InvariantCulture) - placed.X[0]).ToArray();
        Assert.Equal(-starts[2], starts[0], 1);
        Assert.Equal(0, starts[1], 1);
        Assert.True(starts[0] < -10);
    }

    [Fact]
    public void A_path_of_a_hundred_thousand_nodes_is_drawn()
    {
        var html = Tree.Of(0, i => i < 99_999 ? [i + 1] : null).ToHtml();
        Assert.Contains("+99,880 more", html);
        Assert.Contains("120 of 100,000 nodes drawn", html);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Contains("Keep(0)", Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Of(0, _ => null).Keep(0)).Message);
        Assert.Contains("ToDepth(-1)", Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Of(0, _ => null).ToDepth(-1)).Message);
    }

    private static Figure Figure<T>(Trees.Pictures.TreeView<T> view) => view.Read()(view.Limit);
}
