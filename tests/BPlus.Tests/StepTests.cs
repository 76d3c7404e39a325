namespace Qiansi.BPlus.Tests;

/// <summary>The textbook's small trees, step by step.</summary>
public sealed class StepTests
{
    [Fact]
    public void An_insertion_splits_up_to_the_root()
    {
        using var tree = Tree(4, 10, 20, 30);
        Assert.Equal(
            ["split leaf 1: the right half is leaf 2, 30 goes up", "a new root, node 3: the tree grows by a level"],
            Steps(tree, () => tree[40] = 0).Select(s => s.ToString()));
        Assert.Equal("[30] ([10 20] [30 40])", Text(tree.Root));
    }

    [Fact]
    public void Inner_nodes_are_split_and_their_middle_key_goes_up()
    {
        using var tree = Tree(3, 1, 2, 3, 4, 5, 6);
        Assert.Equal("[3] ([2] ([1] [2]) [4 5] ([3] [4] [5 6]))", Text(tree.Root));
        var steps = Steps(tree, () => tree[7] = 0);
        Assert.Equal("[3 5] ([2] ([1] [2]) [4] ([3] [4]) [6] ([5] [6 7]))", Text(tree.Root));
        Assert.Equal([StepKind.Descend, StepKind.Descend, StepKind.Split, StepKind.Split, StepKind.Insert], steps.Select(s => s.Kind));
    }

    [Fact]
    public void While_a_node_is_split_its_right_half_hangs_beside_it()
    {
        using var tree = Tree(4, 10, 20, 30, 40, 50);
        var seen = "";
        tree.Stepped += step =>
        {
            if (step.Kind == StepKind.Split) seen = Text(tree.Root);
        };
        tree[60] = 0;
        Assert.Equal("[30] ([10 20] [30 40] [50 60])", seen);
        Assert.Equal("[30 50] ([10 20] [30 40] [50 60])", Text(tree.Root));
    }

    [Fact]
    public void While_the_root_is_split_its_halves_hang_below_none()
    {
        using var tree = Tree(4, 10, 20, 30);
        var seen = "";
        tree.Stepped += step =>
        {
            if (step.Kind == StepKind.Split) seen = Text(tree.Root);
        };
        tree[40] = 0;
        Assert.Equal("[] ([10 20] [30 40])", seen);
    }

    [Fact]
    public void A_removal_borrows_where_it_can_and_merges_where_it_must()
    {
        using var tree = Tree(4, 10, 20, 30, 40, 50);
        Assert.Equal("[30] ([10 20] [30 40 50])", Text(tree.Root));
        Assert.Equal(StepKind.Borrow, Steps(tree, () => tree.Remove(20))[^1].Kind);
        Assert.Equal("[40] ([10 30] [40 50])", Text(tree.Root));
        StepKind[] merged = [StepKind.Descend, StepKind.Remove, StepKind.Merge, StepKind.Shrink];
        Assert.Equal(merged, Steps(tree, () => tree.Remove(50)).Select(s => s.Kind));
        Assert.Equal("[10 30 40]", Text(tree.Root));
    }

    [Fact]
    public void A_merge_takes_the_parents_key_down()
    {
        using var tree = Tree(3, 1, 2, 3, 4, 5);
        Assert.Equal("[3] ([2] ([1] [2]) [4] ([3] [4 5]))", Text(tree.Root));
        tree.Remove(1);
        Assert.Equal("[3 4] ([2] [3] [4 5])", Text(tree.Root));
        Assert.Equal(2, tree.Height);
    }

    private static BPlusTree<long, long> Tree(int order, params long[] keys)
    {
        var tree = BPlusTree.InMemory<long, long>(new() { Order = order });
        foreach (var key in keys) tree[key] = 0;
        return tree;
    }

    private static List<TreeStep> Steps(BPlusTree<long, long> tree, Action action)
    {
        var steps = new List<TreeStep>();
        tree.Stepped += steps.Add;
        action();
        tree.Stepped -= steps.Add;
        return steps;
    }

    private static string Text(BPlusNode node) =>
        $"[{string.Join(' ', node.Keys)}]" + (node.IsLeaf ? "" : $" ({string.Join(' ', node.Children.Select(Text))})");
}
