namespace Qiansi.BPlus.Tests;

public sealed class LoadTests
{
    public static TheoryData<int, int?, double> Shapes { get; } = new(
        from shape in (IEnumerable<(int, int?)>)[(128, null), (128, 3), (128, 4), (256, 5), (4096, null)]
        from fill in (double[])[0.5, 0.7, 1]
        select (shape.Item1, shape.Item2, fill));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_loaded_tree_is_right_whatever_its_size(int pageSize, int? order, double fill)
    {
        foreach (var count in Enumerable.Range(0, 60).Concat([100, 257, 1000, 5000]))
        {
            using var tree = BPlusTree.InMemory<long, long>(new() { PageSize = pageSize, Order = order, PoolPages = 64 });
            tree.Load(Entries(count), fill);
            tree.Verify();
            Assert.Equal(Entries(count), tree);
            for (var i = 0; i < count; i += 3) Assert.True(tree.Remove(i * 2));
            for (var i = 0; i < 50; i++) tree[i * 2 + 1] = i;
            tree.Verify();
        }
    }

    [Fact]
    public void The_fill_factor_is_how_full_leaves_become()
    {
        foreach (var fill in (double[])[0.5, 0.6, 0.75, 0.9, 1])
        {
            using var tree = BPlusTree.InMemory<long, long>();
            tree.Load(Entries(50_000), fill);
            Assert.InRange(tree.Verify().LeafFill, fill - 0.02, fill + 0.02);
        }
    }

    [Fact]
    public void Keys_that_come_in_order_leave_full_leaves()
    {
        using var tree = BPlusTree.InMemory<long, long>();
        using var transaction = tree.Begin();
        foreach (var (key, value) in Entries(50_000)) tree[key] = value;
        transaction.Commit();
        Assert.InRange(tree.Verify().LeafFill, 0.98, 1);
    }

    [Fact]
    public void Keys_out_of_order_are_named_and_nothing_of_the_load_stays()
    {
        using var tree = BPlusTree.InMemory<long, string>();
        var unsorted = Assert.Throws<ArgumentException>(() => tree.Load([new(1, "a"), new(7, "b"), new(7, "c")]));
        Assert.Contains("Key 7 at position 2", unsorted.Message);
        Assert.Empty(tree);
        tree.Verify();
        tree.Load([new(1, "a")]);
        Assert.Contains("has 1 entries", Assert.Throws<InvalidOperationException>(() => tree.Load([new(2, "a")])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Load([], fill: 0.2));
    }

    [Fact]
    public void A_load_that_is_broken_off_leaves_the_tree_empty()
    {
        using var stop = new CancellationTokenSource();
        using var tree = BPlusTree.InMemory<long, long>(new() { PageSize = 256, PoolPages = 64 });
        Assert.Throws<OperationCanceledException>(() => tree.Load(Entries(100_000).Select(e =>
        {
            if (e.Key == 40_000) stop.Cancel();
            return e;
        }), cancellation: stop.Token));
        Assert.Empty(tree);
        Assert.Equal(1, tree.Verify().Leaves);
    }

    private static IEnumerable<KeyValuePair<long, long>> Entries(int count) =>
        Enumerable.Range(0, count).Select(i => new KeyValuePair<long, long>(i * 2, -i));
}
