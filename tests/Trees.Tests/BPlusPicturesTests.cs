using System.Text;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.BPlus;
using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Trees.Tests;

/// <summary>B+ trees as they are drawn, and at work.</summary>
public sealed class BPlusPicturesTests
{
    [Fact]
    public void Nodes_are_rows_of_keys_and_leaves_are_linked()
    {
        using var tree = Tree(4, 10, 20, 30, 40, 50, 60);
        Assert.Equal("[30 | 50]\n├── [10 | 20]\n├── [30 | 40]\n└── [50 | 60]", tree.ToTree().ToString());
        var figure = tree.ToTree().Read()(100);
        Assert.Equal([(1, 2), (2, 3)], figure.Links.Select(l => (l.From, l.To)));
        Assert.Equal("page 1, leaf with 2 keys, 67 % full", figure.Nodes[1].Tooltip);
        Snapshot.Same("b-plus.html", tree.ToTree().ToHtml());
    }

    [Fact]
    public void A_film_shows_an_insertion_with_splits()
    {
        using var tree = Tree(4, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        var text = tree.Film(() => tree[100] = "", "Insert 100").ToString();
        Snapshot.Same("b-plus-insertion.txt", text);
        Assert.Contains("split leaf", text);
        Assert.Contains("split node", text);
        Assert.Contains("a new root", text);
    }

    [Fact]
    public void A_film_shows_a_removal_that_merges()
    {
        using var tree = Tree(3, 1, 2, 3, 4, 5);
        var film = tree.Film(() => tree.Remove(1), "Remove 1");
        Snapshot.Same("b-plus-removal.txt", film.ToString());
        Assert.NotNull(XElement.Parse($"<x>{film.ToHtml()}</x>"));
        using (tree.Begin()) tree[9] = "";
        Assert.Equal(8, film.Count); // changes after it are not filmed
    }

    [Fact]
    public void A_tree_of_a_million_keys_is_drawn_in_part()
    {
        using var tree = BPlusTree.InMemory<long, string>();
        var entries = Enumerable.Range(0, 1_000_000).Select(i => new KeyValuePair<long, string>(i, ""));
        tree.Load(entries, cancellation: TestContext.Current.CancellationToken);
        var html = tree.ToTree().ToHtml();
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1000, 64 * 1024);
        Assert.Contains("nodes drawn", html);
        Assert.Contains(" more …", html);
    }

    [Fact]
    public void An_empty_tree_is_one_empty_leaf()
    {
        using var tree = BPlusTree.InMemory<string, long>();
        Assert.Equal("[]", tree.ToTree().ToString());
        Assert.Contains("empty", tree.ToTree().ToHtml());
        tree["<key>"] = 1;
        Assert.Contains("&lt;key&gt;", tree.ToTree().ToHtml());
    }

    [Fact]
    public void A_tree_as_a_value_is_shown_as_its_drawing()
    {
        TreesExtension.Register();
        using var tree = Tree(3, 1, 2, 3);
        Assert.Contains("<svg", tree.ToDisplayString(HtmlFormatter.MimeType));
        Assert.Equal("B+ tree of 3 entries, height 2\n[2]\n├── [1]\n└── [2 | 3]", tree.ToDisplayString(PlainTextFormatter.MimeType));
    }

    [Fact]
    public async Task The_example_of_the_library_is_a_film()
    {
        TreesExtension.Register();
        using var session = new Session(openLibraries: ["Qiansi.Trees"]);
        var text = (await session.RunAsync(new Readme("src/Shared/BPlus").Example())).Text;
        Assert.Contains("split leaf", text);
        Assert.Contains("hold too little for two and become one", text);
    }

    private static BPlusTree<long, string> Tree(int order, params long[] keys)
    {
        var tree = BPlusTree.InMemory<long, string>(new() { Order = order });
        foreach (var key in keys) tree[key] = "";
        return tree;
    }
}
