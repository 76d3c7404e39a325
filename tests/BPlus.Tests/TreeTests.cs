namespace Qiansi.BPlus.Tests;

/// <summary>What a tree promises beyond what a dictionary does.</summary>
public sealed class TreeTests
{
    [Fact]
    public void A_transaction_without_commit_has_not_been()
    {
        using var tree = BPlusTree.InMemory<long, string>(new() { PageSize = 256, PoolPages = 64 });
        tree[1] = "kept";
        using (tree.Begin())
        {
            // More than the pool holds.
            for (var i = 0; i < 5000; i++) tree[i] = "taken back";
            Assert.True(tree.Pages.Spilled > 0);
            Assert.Equal("taken back", tree[1]);
        }

        Assert.Equal([new(1, "kept")], tree);
        tree.Verify();
    }

    [Fact]
    public void There_is_one_transaction_at_a_time()
    {
        using var tree = BPlusTree.InMemory<long, long>();
        using var transaction = tree.Begin();
        Assert.Contains("one at a time", Assert.Throws<InvalidOperationException>(() => tree.Begin()).Message);
        Assert.Contains("after its end", Assert.Throws<InvalidOperationException>(() => tree.Checkpoint()).Message);
        tree[1] = 1;
        transaction.Commit();
        Assert.Contains("has ended", Assert.Throws<InvalidOperationException>(transaction.Commit).Message);
        using (var next = tree.Begin()) tree[2] = 2;
        Assert.Equal([1], tree.Select(e => e.Key));
    }

    [Fact]
    public void A_change_that_an_error_breaks_off_spoils_its_transaction_only()
    {
        var disk = new SimulatedDisk();
        using (var filled = new BPlusTree<long, long>(disk.Open, new() { PageSize = 128 }))
        {
            filled.Load(Enumerable.Range(0, 2000).Select(i => new KeyValuePair<long, long>(i, i)));
        }

        disk.Damage(128 * 300 + 60);
        using var tree = new BPlusTree<long, long>(disk.OpenWithoutLog, new());
        using (tree.Begin())
        {
            var error = Assert.Throws<BPlusFileException>(() =>
            {
                for (var i = 0; i < 2000; i++) tree[i] = -1;
            });
            Assert.Contains("page 300 is damaged", error.Message);
            Assert.Contains("can only be rolled back", Assert.Throws<InvalidOperationException>(() => tree[0]).Message);
        }

        Assert.Equal(0, tree[0]);
        tree[0] = 7;
        Assert.Equal(7, tree[0]);
        Assert.Equal(0, tree.Bytes.Pager.Pinned);
    }

    [Fact]
    public void After_a_failed_write_nothing_more_is_written()
    {
        var disk = new SimulatedDisk();
        var tree = new BPlusTree<long, long>(disk.Open, new());
        tree[1] = 1;
        disk.FailAt(0);
        Assert.ThrowsAny<IOException>(() => tree[2] = 2);
        Assert.Contains("open it again", Assert.Throws<InvalidOperationException>(() => tree[3] = 3).Message);
        Assert.Contains("open it again", Assert.Throws<InvalidOperationException>(() => tree[1]).Message);
        tree.Dispose();
        disk.Restart(SimulatedDisk.Unsynced.Lost);
        using var again = new BPlusTree<long, long>(disk.Open, new());
        Assert.Equal([1], again.Select(e => e.Key));
    }

    [Theory]
    [InlineData(128, null)]
    [InlineData(4096, null)]
    [InlineData(32768, null)]
    [InlineData(4096, 50)]
    public void The_largest_entry_fits_and_a_larger_one_is_told_what_fits(int pageSize, int? order)
    {
        using var tree = BPlusTree.InMemory<string, string>(new() { PageSize = pageSize, Order = order });
        for (var i = 0; i < 60; i++)
        {
            var key = $"{i:00}{new string('k', i % 2 == 0 ? tree.LargestEntry - 2 : 8)}";
            tree[key] = new('v', tree.LargestEntry - key.Length);
            tree.Verify();
        }

        Assert.Equal(60, tree.Count);
        var error = Assert.Throws<ArgumentException>(() => tree[new string('k', tree.LargestEntry)] = "v");
        Assert.Contains($"A key of {tree.LargestEntry:N0} bytes with a value of 1 is too long", error.Message);
        Assert.Throws<ArgumentException>(() => tree["k"] = new string('v', tree.LargestEntry));
        Assert.Equal(60, tree.Verify().Entries);
    }

    [Fact]
    public void A_change_ends_a_scan_and_a_token_breaks_it_off()
    {
        using var tree = BPlusTree.InMemory<long, long>();
        tree.Load(Enumerable.Range(0, 10_000).Select(i => new KeyValuePair<long, long>(i, i)));
        Assert.Contains("was changed", Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var (key, _) in tree) tree.Remove(key);
        }).Message);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var (key, _) in tree.Ascending(stop.Token)) if (key == 5000) stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => tree.Verify(stop.Token));
    }

    [Fact]
    public void Values_change_their_length_in_place()
    {
        using var tree = BPlusTree.InMemory<long, string>(new() { PageSize = 256 });
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            for (var i = 0; i < 100; i++) tree[i] = new('x', random.Next(tree.LargestEntry - 8));
            tree.Verify();
        }

        Assert.Equal(100, tree.Count);
    }

    [Fact]
    public void Pages_of_removed_entries_are_used_again()
    {
        using var tree = BPlusTree.InMemory<long, long>(new() { PageSize = 256 });
        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < 1000; i++) tree[i] = i;
            for (var i = 0; i < 1000; i++) tree.Remove(i);
        }

        var statistics = tree.Verify();
        Assert.Equal((1, 0), (statistics.Leaves, statistics.InnerNodes));
        Assert.InRange(statistics.Pages, 100, 200);
    }

    [Fact]
    public void A_lookup_asks_for_as_many_pages_as_the_tree_has_levels()
    {
        using var tree = BPlusTree.InMemory<long, long>(new() { PoolPages = 64 });
        tree.Load(Enumerable.Range(0, 200_000).Select(i => new KeyValuePair<long, long>(i, i)));
        var before = tree.Pages;
        for (var i = 0; i < 1000; i++) Assert.Equal(i * 199, tree[i * 199]);
        var asked = tree.Pages.Hits + tree.Pages.Reads - before.Hits - before.Reads;
        Assert.Equal(3, tree.Height);
        Assert.Equal(3000, asked);
        Assert.InRange(tree.Pages.Reads - before.Reads, 500, 1100);
    }

    [Fact]
    public void A_closed_tree_says_so()
    {
        var tree = BPlusTree.InMemory<long, long>();
        tree.Dispose();
        tree.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tree.TryGet(1, out _));
        Assert.Throws<ObjectDisposedException>(() => tree[1] = 1);
    }

    [Fact]
    public void Keys_that_are_not_there_and_texts_that_are_none_are_errors()
    {
        using var tree = BPlusTree.InMemory<string, string>();
        Assert.Contains("no key nowhere", Assert.Throws<KeyNotFoundException>(() => tree["nowhere"]).Message);
        Assert.ThrowsAny<ArgumentException>(() => tree["\uD800"] = "half a character");
        Assert.Throws<ArgumentNullException>(() => tree[null!] = "");
        Assert.Empty(tree);
    }
}
