using Qiansi.BPlus;
using Qiansi.Trees.Pictures;

namespace Qiansi.Trees;

/// <summary>Draws B+ trees: nodes as rows of keys, children between them, dashed arrows along the leaves; and films them at work.</summary>
public static class BPlusPictures
{
    /// <summary>Keys drawn of a node; of wider ones the first and the last.</summary>
    private const int Cells = 10;

    /// <summary>The tree as it is now; one that is large is drawn in part.</summary>
    /// <param name="tree">A B+ tree.</param>
    public static TreeView<BPlusNode> ToTree(this BPlusTree tree) =>
        Tree.Of(tree.Root, n => n.Children, n => n.Page == 0 ? "new root" : "empty").WithCells(KeysOf).WithLinks(n => n.Next)
            .WithTooltip(Describe).WithTitle(tree.ToString());

    /// <summary>Films what is done to a tree: a picture for each step, on which the nodes it is about stand out.</summary>
    /// <param name="tree">A B+ tree; a small <see cref="BPlusOptions.Order"/> shows most.</param>
    /// <param name="changes">What is done: insertions, removals, lookups.</param>
    /// <param name="title">What the film shows.</param>
    /// <example><code>tree.Film(() => tree.Remove(20), "A leaf borrows")</code></example>
    public static Film Film(this BPlusTree tree, Action changes, string title = "")
    {
        var film = new Film(title).Add(tree.ToTree(), "before");
        tree.Stepped += Add;
        try
        {
            changes();
        }
        finally
        {
            tree.Stepped -= Add;
        }

        return film.Add(tree.ToTree(), "after");

        void Add(TreeStep step) => film.Add(tree.ToTree().WithMark(n => MarkOf(n, step)), step.ToString());
    }

    /// <summary>The node that is worked on; for a way down the one that it leads to, for a split both halves.</summary>
    private static Mark MarkOf(BPlusNode node, TreeStep step)
    {
        if (node.Page == step.Other) return step.Kind is StepKind.Borrow ? Mark.Done : Mark.Current;
        if (node.Page != step.Page) return Mark.None;
        return step.Kind == StepKind.Descend ? Mark.Done : Mark.Current;
    }

    private static IEnumerable<string> KeysOf(BPlusNode node)
    {
        var keys = node.Keys;
        return keys.Count <= Cells ? keys : [.. keys.Take(Cells - 4), $"… {keys.Count - Cells + 2} more …", .. keys.TakeLast(2)];
    }

    private static string Describe(BPlusNode node) =>
        $"page {node.Page}, {(node.IsLeaf ? "leaf" : "inner node")} with {node.Keys.Count} keys, {node.Fill:P0} full";
}
