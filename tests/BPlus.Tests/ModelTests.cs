using System.Text;

namespace Qiansi.BPlus.Tests;

/// <summary>Random operations beside a sorted dictionary; after each everything that has to hold of a tree is checked.</summary>
public sealed class ModelTests
{
    public static TheoryData<int, int?, int> Shapes { get; } = new(
        from shape in (IEnumerable<(int, int?)>)[(128, null), (128, 3), (128, 4), (256, null), (256, 5), (512, 6), (4096, null), (4096, 64)]
        from seed in Enumerable.Range(1, 2)
        select (shape.Item1, shape.Item2, seed));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Numbers_are_kept_as_a_sorted_dictionary_keeps_them(int pageSize, int? order, int seed)
    {
        var random = new Random(seed);
        Check(
            new BPlusOptions { PageSize = pageSize, Order = order, PoolPages = 64, CheckpointPages = 40 }, random, Comparer<long>.Default,
            () => random.Next(4) == 0 ? random.NextInt64(-5, 5) * (long.MaxValue / 8) : random.Next(-800, 800), () => random.NextInt64());
    }

    [Theory]
    [InlineData(256, 1)]
    [InlineData(256, 2)]
    [InlineData(512, 3)]
    [InlineData(1024, 4)]
    public void Texts_of_any_length_are_kept_in_order_of_code_points(int pageSize, int seed)
    {
        var random = new Random(seed);
        Check(
            new BPlusOptions { PageSize = pageSize, PoolPages = 64, CheckpointPages = 60 }, random,
            Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))),
            () => Text(random, pageSize / 8), () => Text(random, pageSize / 16));
    }

    [Fact]
    public void Bytes_that_begin_with_one_another_are_told_apart()
    {
        var random = new Random(5);
        Check(
            new BPlusOptions { PageSize = 256, PoolPages = 64 }, random, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)),
            () => [.. Enumerable.Range(0, random.Next(12)).Select(_ => (byte)random.Next(2))], () => new byte[random.Next(20)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_parent_that_has_no_room_for_the_key_of_a_borrow_is_split(int seed)
    {
        // Nodes full of short keys, and now and then a long one that goes up.
        var random = new Random(seed);
        Check(
            new BPlusOptions { PageSize = 256, PoolPages = 64 }, random, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)),
            () => [(byte)random.Next(4), (byte)random.Next(256), .. new byte[random.Next(6) == 0 ? 40 : 0]],
            () => new byte[random.Next(3)], steps: 6000);
    }

    private static string Text(Random random, int length)
    {
        string[] letters = ["a", "b", "é", "木", "😀", "\0", "\uFFFF"];
        var count = random.Next(length / 4 + 1); // four bytes at most
        return string.Concat(Enumerable.Range(0, count).Select(_ => letters[random.Next(random.Next(1, letters.Length + 1))]));
    }

    private static void Check<TKey, TValue>(
        BPlusOptions options, Random random, IComparer<TKey> order, Func<TKey> key, Func<TValue> value, int steps = 2000)
        where TKey : notnull
        where TValue : notnull
    {
        var disk = new SimulatedDisk();
        var model = new SortedDictionary<TKey, TValue>(order);
        var tree = new BPlusTree<TKey, TValue>(disk.Open, options);
        BPlusTransaction? transaction = null;
        var before = new SortedDictionary<TKey, TValue>(order);
        var highest = 0;
        for (var step = 0; step < steps; step++)
        {
            // The tree grows for a while, then shrinks.
            var grows = step % 1000 < 700;
            var k = key();
            switch (random.Next(12))
            {
                case < 5 when grows:
                case 0:
                    var v = value();
                    Assert.Equal(!model.ContainsKey(k), tree.Set(k, v));
                    model[k] = v;
                    break;
                case 5:
                    var added = value();
                    Assert.Equal(model.TryAdd(k, added), tree.TryAdd(k, added));
                    break;
                case 6:
                    Assert.Equal(model.TryGetValue(k, out var expected), tree.TryGet(k, out var found));
                    Assert.Equal(expected, found);
                    break;
                case 7:
                    CheckRange(tree, model, order, k, key());
                    break;
                case 8 when transaction is null:
                    (transaction, before) = (tree.Begin(), new(model, order));
                    break;
                case 8:
                    if (random.Next(3) == 0) model = before;
                    else transaction.Commit();
                    transaction.Dispose();
                    transaction = null;
                    break;
                case 9 when transaction is null && random.Next(10) == 0:
                    tree.Dispose();
                    tree = new BPlusTree<TKey, TValue>(disk.Open, options);
                    break;
                default:
                    if (model.Count > 0 && random.Next(3) > 0) k = model.ElementAt(random.Next(model.Count)).Key;
                    Assert.Equal(model.Remove(k), tree.Remove(k));
                    break;
            }

            tree.Verify();
            Assert.Equal(0, tree.Bytes.Pager.Pinned);
            Assert.Equal(model.Count, tree.Count);
            highest = Math.Max(highest, tree.Height);
            if (step % 10 == 0) Assert.Equal(model, tree);
        }

        transaction?.Commit();
        Assert.Equal(model, tree);
        Assert.Equal(model.Reverse(), tree.Descending());
        foreach (var k in model.Keys.ToList())
        {
            Assert.True(tree.Remove(k));
            tree.Verify();
        }

        Assert.Equal(1, tree.Height);
        Assert.True(highest >= (options.PageSize switch { <= 256 => 3, <= 1024 => 2, _ => 1 }), $"the tree was only {highest} high");
        tree.Dispose();
    }

    private static void CheckRange<TKey, TValue>(
        BPlusTree<TKey, TValue> tree, SortedDictionary<TKey, TValue> model, IComparer<TKey> order, TKey a, TKey b)
        where TKey : notnull
        where TValue : notnull
    {
        var expected = model.Where(e => order.Compare(e.Key, a) >= 0 && order.Compare(e.Key, b) <= 0).ToList();
        Assert.Equal(expected, tree.Between(a, b));
        Assert.Equal(expected.AsEnumerable().Reverse(), tree.DownBetween(a, b));
        Assert.Equal(model.Where(e => order.Compare(e.Key, a) >= 0), tree.From(a));
        Assert.Equal(model.Where(e => order.Compare(e.Key, a) <= 0).Reverse(), tree.DownFrom(a));
    }
}
