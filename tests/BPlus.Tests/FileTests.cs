using Qiansi.BPlus.Storage;

namespace Qiansi.BPlus.Tests;

/// <summary>Files: what they keep, and what is said of those that are wrong.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bplus-").FullName;

    private string TreeFile => Path.Combine(_folder, "a.tree");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_closed_tree_is_one_file_and_opens_as_it_was()
    {
        using (var tree = BPlusTree.Open<long, string>(TreeFile, new() { PageSize = 512, Order = 7 }))
        {
            for (var i = 0; i < 1000; i++) tree[i] = $"value {i}";
        }

        Assert.Equal(["a.tree"], Directory.GetFiles(_folder).Select(Path.GetFileName));
        using var again = BPlusTree.Open<long, string>(TreeFile);
        Assert.Equal((512, 7, 1000, 0), (again.PageSize, again.Order, again.Count, again.RecoveredTransactions));
        Assert.Equal("value 999", again[999]);
        Assert.Equal("B+ tree of 1,000 entries, height " + again.Height, again.ToString());
        again.Verify();
    }

    [Fact]
    public void The_format_is_the_one_of_version_1()
    {
        using (var tree = BPlusTree.Open<long, string>(TreeFile, new() { PageSize = 128 })) tree[7] = "seven";
        var bytes = File.ReadAllBytes(TreeFile);
        Assert.Equal(256, bytes.Length);
        Assert.Equal("QSBPLUS\0"u8, bytes.AsSpan(0, 8));
        Assert.Equal([1, 0, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0], bytes[8..20]);
        // A leaf of one entry, its cell at 123; no neighbours; slot: key with its sign turned round, cell, length of key, length of value.
        Assert.Equal([2, 0, 1, 0, 123, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], bytes[128..148]);
        Assert.Equal([7, 0, 0, 0, 0, 0, 0, 0x80, 123, 0, 8, 0, 5, 0, 0, 0], bytes[152..168]);
        Assert.Equal("seven"u8, bytes.AsSpan(251));
    }

    [Fact]
    public void A_file_of_another_kind_is_not_touched()
    {
        File.WriteAllText(TreeFile, "hello");
        var error = Assert.Throws<BPlusFileException>(() => BPlusTree.Open<long, long>(TreeFile));
        Assert.Contains("is no B+ tree: it begins with 68656C6C6F", error.Message);
        Assert.Equal("hello", File.ReadAllText(TreeFile));
        Assert.Equal(["a.tree"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_file_has_and_what_was_asked_for_are_both_named()
    {
        using (var tree = BPlusTree.Open<long, string>(TreeFile, new() { PageSize = 1024 })) tree[1] = "one";
        Assert.Contains("has pages of 1024 bytes, not of 4096", Error(() => Open(new() { PageSize = 4096 })));
        var kinds = Error(() => BPlusTree.Open<string, byte[]>(TreeFile));
        Assert.Contains("has Long keys and Text values, and was opened for Text keys and Bytes values", kinds);
        Assert.Contains("was made without an order, not with order 4", Error(() => Open(new() { Order = 4 })));
        var int32 = Assert.Throws<NotSupportedException>(() => BPlusTree.Open<int, string>(TreeFile));
        Assert.Contains("long, string and byte[], not Int32", int32.Message);
        Assert.Contains("PageSize 1000", Assert.Throws<ArgumentException>(() => Open(new() { PageSize = 1000 })).Message);
        Assert.Contains("PoolPages 8", Assert.Throws<ArgumentException>(() => Open(new() { PoolPages = 8 })).Message);
        foreach (var options in (BPlusOptions[])[new() { Order = 2 }, new() { Order = 9, PageSize = 128 }, new() { Order = 70_000 }])
        {
            var error = Assert.Throws<ArgumentException>(() => BPlusTree.InMemory<long, long>(options));
            Assert.Contains($"Order {options.Order}", error.Message);
        }

        var bytes = File.ReadAllBytes(TreeFile);
        bytes[8] = 9;
        Pages.Checksum.Seal(bytes.AsSpan(0, 1024), 0);
        File.WriteAllBytes(TreeFile, bytes);
        Assert.Contains("version 9", Error(() => BPlusTree.Open<long, string>(TreeFile)));
    }

    [Fact]
    public void Options_that_are_wrong_leave_nothing_behind()
    {
        Assert.Throws<ArgumentException>(() => Open(new() { PageSize = 256, Order = 2 }));
        Assert.Throws<ArgumentException>(() => Open(new() { PoolPages = 1 }));
        Assert.Equal(0, Directory.GetFiles(_folder).Sum(f => new FileInfo(f).Length));
        using var tree = Open(new() { PageSize = 512 });
        tree[1] = "one";
    }

    [Fact]
    public void A_damaged_byte_of_any_page_is_found_and_the_page_named()
    {
        var disk = new SimulatedDisk();
        using (var tree = new BPlusTree<long, long>(disk.Open, new() { PageSize = 256 }))
        {
            for (var i = 0; i < 200; i++) tree[i] = i;
        }

        for (var offset = 3; offset < disk.DataLength; offset += 101)
        {
            disk.Damage(offset);
            var error = Assert.Throws<BPlusFileException>(() =>
            {
                using var tree = new BPlusTree<long, long>(disk.OpenWithoutLog, new());
                tree.Verify();
            });
            if (offset >= 8) Assert.Contains($"page {offset / 256} is damaged", error.Message);
            disk.Damage(offset);
        }

        using var whole = new BPlusTree<long, long>(disk.OpenWithoutLog, new());
        Assert.Equal(200, whole.Verify().Entries);
    }

    [Fact]
    public void A_file_that_was_cut_off_says_so()
    {
        using (var tree = BPlusTree.Open<long, long>(TreeFile, new() { PageSize = 256 }))
        {
            for (var i = 0; i < 200; i++) tree[i] = i;
        }

        using (var file = File.OpenWrite(TreeFile)) file.SetLength(file.Length - 300);
        using var cut = BPlusTree.Open<long, long>(TreeFile);
        Assert.Contains("the file was cut off", Error(() => cut.Verify()));
    }

    [Fact]
    public void A_log_goes_only_when_it_is_done_with()
    {
        using (var storage = new DiskStorage(TreeFile, isReadOnly: false)) storage.Log.Write(0, "frames"u8);
        Assert.True(File.Exists(TreeFile + ".wal"));
        using (new DiskStorage(TreeFile, isReadOnly: true))
        {
        }

        Assert.True(File.Exists(TreeFile + ".wal"));
        using (var storage = new DiskStorage(TreeFile, isReadOnly: false)) storage.DeleteLog();
        Assert.False(File.Exists(TreeFile + ".wal"));
    }

    [Fact]
    public void A_log_of_another_tree_is_not_taken()
    {
        var (mine, other) = (new SimulatedDisk(), new SimulatedDisk());
        using (var tree = new BPlusTree<long, long>(mine.Open, new())) tree[1] = 1;
        var open = new BPlusTree<long, long>(other.Open, new());
        open[1] = 2;
        mine.TakeLogOf(other);
        Assert.Contains("belongs to another tree", Error(() => _ = new BPlusTree<long, long>(mine.Open, new())));
        using var without = new BPlusTree<long, long>(mine.OpenWithoutLog, new());
        Assert.Equal(1, without[1]);
    }

    [Fact]
    public void Two_cannot_write_and_readers_share()
    {
        using (var tree = BPlusTree.Open<long, long>(TreeFile))
        {
            tree[1] = 1;
            Assert.ThrowsAny<IOException>(() => BPlusTree.Open<long, long>(TreeFile));
        }

        var readOnly = new BPlusOptions { IsReadOnly = true };
        using var first = BPlusTree.Open<long, long>(TreeFile, readOnly);
        using var second = BPlusTree.Open<long, long>(TreeFile, readOnly);
        Assert.Equal((1, 1), (first[1], second[1]));
        Assert.Contains("open for reading only", Assert.Throws<InvalidOperationException>(() => first[2] = 2).Message);
        Assert.Contains("open for reading only", Assert.Throws<InvalidOperationException>(() => first.Begin()).Message);
        Assert.Throws<FileNotFoundException>(() => BPlusTree.Open<long, long>(TreeFile + "x", readOnly));
        Assert.False(File.Exists(TreeFile + "x"));
    }

    [Fact]
    public void Reading_only_sees_the_commits_of_a_log_and_leaves_it()
    {
        var disk = new SimulatedDisk();
        var tree = new BPlusTree<long, long>(disk.Open, new());
        tree[1] = 10;
        disk.Restart(SimulatedDisk.Unsynced.Lost);
        var before = disk.Operations;
        using (var reader = new BPlusTree<long, long>(disk.Open, new() { IsReadOnly = true })) Assert.Equal(10, reader[1]);
        Assert.Equal(before, disk.Operations);
        using var writer = new BPlusTree<long, long>(disk.Open, new());
        Assert.Equal(2, writer.RecoveredTransactions);
        Assert.Equal(10, writer[1]);
    }

    private BPlusTree<long, string> Open(BPlusOptions options) => BPlusTree.Open<long, string>(TreeFile, options);

    private static string Error(Action action) => Assert.Throws<BPlusFileException>(action).Message;
}
