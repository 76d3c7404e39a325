using System.Diagnostics;
using System.Globalization;
using Qiansi.BPlus;

namespace Qiansi.Benchmarks;

/// <summary>
/// A million keys in the B+ tree and in SQLite, turn by turn, to the same durability: write-ahead log, synced on each commit
/// (<c>synchronous=FULL</c>) or before checkpoints (<c>NORMAL</c>);
/// pages of 4,096 bytes, as many in memory, a checkpoint after as many. Times are those of opening a new file, changing it and closing it.
/// </summary>
internal static class BPlusSuite
{
    private const int Keys = 1_000_000;
    private const int PoolPages = 16_384;
    private const int CheckpointPages = 4096;
    private const int SmallPool = 64;

    public static Task RunAsync(int runs)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("bplus-").FullName;
        try
        {
            var ascending = Enumerable.Range(0, Keys).Select(i => (long)i).ToArray();
            var random = new Random(1);
            var shuffled = ascending.ToArray();
            random.Shuffle(shuffled);
            Insert("ascending, one transaction", ascending, Keys, Durability.EachCommit);
            Insert("random, one transaction", shuffled, Keys, Durability.EachCommit);
            Insert("ascending, 1,000 a transaction", ascending, 1000, Durability.EachCommit);
            Insert("random, 1,000 a transaction", shuffled, 1000, Durability.EachCommit);
            Insert("random, 1,000 a transaction, synced late", shuffled, 1000, Durability.AtCheckpoints);
            Compare(
                "bulk load (SQLite: ascending, one transaction)", runs,
                () => Load(ascending), () => InsertSqlite(ascending, Keys, Durability.EachCommit));
            Read(runs, shuffled, random);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;

        string Fresh(string name)
        {
            foreach (var file in Directory.GetFiles(folder, name + "*")) File.Delete(file);
            return Path.Combine(folder, name);
        }

        void Insert(string what, long[] keys, int perTransaction, Durability durability) => Compare(
            what, runs, () => InsertOurs(keys, perTransaction, durability), () => InsertSqlite(keys, perTransaction, durability));

        void InsertOurs(long[] keys, int perTransaction, Durability durability)
        {
            using var tree = OpenTree(Fresh("ours"), durability);
            foreach (var chunk in Chunks(keys, perTransaction))
            {
                using var transaction = tree.Begin();
                foreach (var key in chunk.Span) tree.Set(key, key);
                transaction.Commit();
            }
        }

        void Load(long[] keys)
        {
            using var tree = OpenTree(Fresh("ours"), Durability.EachCommit);
            tree.Load(keys.Select(k => new KeyValuePair<long, long>(k, k)));
        }

        void InsertSqlite(long[] keys, int perTransaction, Durability durability)
        {
            using var peer = SqlitePeer.Open(Fresh("sqlite"), PoolPages, CheckpointPages, durability == Durability.EachCommit);
            foreach (var chunk in Chunks(keys, perTransaction)) peer.Insert(chunk.Span);
        }

        void Read(int runs, long[] keys, Random random)
        {
            InsertOurs(keys, Keys, Durability.EachCommit);
            InsertSqlite(keys, Keys, Durability.EachCommit);
            var (ourFile, peerFile) = (Path.Combine(folder, "ours"), Path.Combine(folder, "sqlite"));
            var lookups = keys.ToArray();
            var expected = lookups.Aggregate(0L, (sum, key) => unchecked(sum + key));
            random.Shuffle(lookups);
            using (var tree = OpenTree(ourFile, Durability.EachCommit))
            using (var peer = SqlitePeer.Open(peerFile, PoolPages, CheckpointPages, isSynced: true))
            {
                Compare("lookups", runs, () => LookUp(tree, lookups), () => peer.LookUp(lookups));
                Compare("scan of all, ascending", runs, () => Check(Sum(tree)), () => Check(peer.Scan(isDescending: false)));
                Compare("scan of all, descending", runs, () => Check(Sum(tree.Descending())), () => Check(peer.Scan(isDescending: true)));
                var statistics = tree.Verify();
                Console.WriteLine($"  built in random order: ours {statistics.Bytes / 1e6:F1} MB, height {statistics.Height}, "
                    + $"leaves {statistics.LeafFill:P0} full; SQLite {new FileInfo(peerFile).Length / 1e6:F1} MB");
            }

            using (var tree = BPlusTree.Open<long, long>(ourFile, new() { PoolPages = SmallPool }))
            using (var peer = SqlitePeer.Open(peerFile, SmallPool, CheckpointPages, isSynced: true))
            {
                var sample = lookups.AsSpan(0, 100_000).ToArray();
                LookUp(tree, sample);
                peer.LookUp(sample);
                var (asked, read) = peer.Pages;
                var pages = tree.Pages;
                double count = sample.Length;
                Console.WriteLine($"  pages a lookup, {SmallPool} in memory: ours {(pages.Hits + pages.Reads) / count:F2} asked for, "
                    + $"{pages.Reads / count:F2} read; SQLite {asked / count:F2}, {read / count:F2}");
            }

            void Check(long sum)
            {
                if (sum != expected) throw new InvalidOperationException($"the values add up to {sum}");
            }
        }
    }

    private static BPlusTree<long, long> OpenTree(string path, Durability durability) =>
        BPlusTree.Open<long, long>(path, new() { PoolPages = PoolPages, CheckpointPages = CheckpointPages, Durability = durability });

    private static void LookUp(BPlusTree<long, long> tree, long[] keys)
    {
        foreach (var key in keys) if (!tree.TryGet(key, out var value) || value != key)
            throw new InvalidOperationException($"{key} was not found");
    }

    private static long Sum(IEnumerable<KeyValuePair<long, long>> entries)
    {
        var sum = 0L;
        foreach (var (_, value) in entries) sum = unchecked(sum + value);
        return sum;
    }

    private static IEnumerable<ReadOnlyMemory<long>> Chunks(long[] keys, int length)
    {
        for (var i = 0; i < keys.Length; i += length) yield return keys.AsMemory(i, Math.Min(length, keys.Length - i));
    }

    /// <summary>Measures both turn by turn, after one turn of each.</summary>
    private static void Compare(string what, int runs, Action ours, Action theirs)
    {
        var (mine, peer) = (new List<double>(), new List<double>());
        for (var i = -1; i < runs; i++)
        {
            var (a, b) = (Seconds(ours), Seconds(theirs));
            if (i < 0) continue;
            mine.Add(a);
            peer.Add(b);
        }

        Figures.Print(what, [.. mine.Select(s => s * 1e3)], "ms");
        Console.WriteLine($"    SQLite {peer.Median() * 1e3:F0} ms; ours {Keys / mine.Median() / 1e3:N0} thousand a second, "
            + $"{peer.Median() / mine.Median():F2} × SQLite's speed (fastest of each: {peer.Min() / mine.Min():F2})   goal 1.0");
    }

    private static double Seconds(Action action)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
