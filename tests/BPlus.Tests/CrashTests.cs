namespace Qiansi.BPlus.Tests;

/// <summary>
/// The machine stops at every single write and sync: what a tree has afterwards is what its first so many transactions left, all those that
/// were acknowledged among them.
/// </summary>
public sealed class CrashTests
{
    private const int Transactions = 24;

    public static TheoryData<Durability, string, int> Cases { get; } = new(
        from durability in Enum.GetValues<Durability>()
        from unsynced in Enum.GetNames<SimulatedDisk.Unsynced>()
        from seed in Enumerable.Range(1, 2)
        select (durability, unsynced, seed));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_tree_survives_a_stop_at_every_write_and_sync(Durability durability, string lost, int seed)
    {
        var unsynced = Enum.Parse<SimulatedDisk.Unsynced>(lost);
        var states = States();
        var whole = new SimulatedDisk();
        Assert.Equal(Transactions, Run(whole, durability));
        Assert.InRange(whole.Operations, 60, 2000);
        for (var k = 0; k < whole.Operations; k++)
        {
            var disk = new SimulatedDisk(1000 * seed + k);
            disk.FailAt(k);
            var acknowledged = Run(disk, durability);
            disk.Restart(unsynced);

            // Restart may be stopped too, and is then done again.
            if (k % 2 == 1)
            {
                disk.FailAt(k / 2 % 5);
                Run(disk, durability, transactions: 0);
                disk.Restart(unsynced);
            }

            using var tree = Open(disk, durability);
            tree.Verify();
            var found = (int)(tree.TryGet(-1, out var last) ? last : 0);
            Assert.True(states[found].SequenceEqual(tree), $"stopped at {k}: not what {found} transactions leave");
            var isSafe = durability == Durability.EachCommit || unsynced == SimulatedDisk.Unsynced.Kept;
            if (isSafe) Assert.True(found >= acknowledged, $"stopped at {k}: {acknowledged} were acknowledged, {found} are there");

            // And it goes on from there.
            for (var n = found + 1; n <= Math.Min(found + 2, Transactions); n++) Transact(tree, n);
            Assert.True(states[Math.Min(found + 2, Transactions)].SequenceEqual(tree), $"stopped at {k}: cannot go on");
        }
    }

    /// <summary>Runs transactions until they end or the machine stops.</summary>
    /// <returns>How many were acknowledged.</returns>
    private static int Run(SimulatedDisk disk, Durability durability, int transactions = Transactions)
    {
        var acknowledged = 0;
        try
        {
            using var tree = Open(disk, durability);
            for (var n = 1; n <= transactions; n++)
            {
                Transact(tree, n);
                acknowledged = n;
            }
        }
        catch (SimulatedDisk.MachineStoppedException)
        {
            return acknowledged;
        }

        return acknowledged;
    }

    private static BPlusTree<long, long> Open(SimulatedDisk disk, Durability durability) =>
        new(disk.Open, new() { PageSize = 128, PoolPages = 64, CheckpointPages = 150, Durability = durability });

    /// <summary>
    /// A transaction's changes, the same ones in every run: inserts, replacements, removals; one is larger than the pool, some are taken
    /// back.
    /// </summary>
    private static void Transact(BPlusTree<long, long> tree, int n)
    {
        if (n % 5 == 0)
        {
            using var undone = tree.Begin();
            for (var i = 0; i < 40; i++) tree[i * 17] = -5;
        }

        using var transaction = tree.Begin();
        foreach (var (key, value) in Changes(n))
        {
            if (value is { } v) tree[key] = v;
            else tree.Remove(key);
        }

        transaction.Commit();
    }

    private static IEnumerable<(long Key, long? Value)> Changes(int n)
    {
        var random = new Random(n);
        var count = n == 10 ? 500 : random.Next(1, 30);
        for (var i = 0; i < count; i++) yield return (random.Next(600), random.Next(3) == 0 && n != 10 ? null : n * 1000 + i);
        yield return (-1, n);
    }

    /// <summary>What the first so many transactions leave.</summary>
    private static List<List<KeyValuePair<long, long>>> States()
    {
        var (model, states) = (new SortedDictionary<long, long>(), new List<List<KeyValuePair<long, long>>> { new() });
        for (var n = 1; n <= Transactions; n++)
        {
            foreach (var (key, value) in Changes(n))
            {
                if (value is { } v) model[key] = v;
                else model.Remove(key);
            }

            states.Add([.. model]);
        }

        return states;
    }
}
