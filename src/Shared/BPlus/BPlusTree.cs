using System.Globalization;
using Qiansi.BPlus.Storage;
using Qiansi.BPlus.Structure;

namespace Qiansi.BPlus;

/// <summary>
/// A B+ tree on the pages of a file, with a write-ahead log: whatever happens, the file has all transactions that were committed and
/// nothing of others.
/// </summary>
/// <remarks>
/// <para>Keys are unique: to keep several values for one key, make the key longer by a number. One thread at a time, one writing
/// transaction at a time; a process that has the tree open for writing has it alone.</para>
/// <para>Bayer and McCreight, Organization and maintenance of large ordered indexes, Acta Informatica 1, 1972; Comer, The ubiquitous
/// B-tree, ACM Computing Surveys 11(2), 1979.</para>
/// </remarks>
/// <example><code>using var tree = BPlusTree.Open&lt;long, string&gt;("primes.tree");
/// tree[2] = "two";
/// foreach (var (key, value) in tree.Between(1, 10)) Console.WriteLine($"{key} {value}");</code></example>
public abstract class BPlusTree : IDisposable
{
    private protected BPlusTree(ByteTree bytes) => Bytes = bytes;

    /// <summary>What the tree does, step by step, while it does it. Handlers may look at <see cref="Root"/>, and change nothing.</summary>
    public event Action<TreeStep>? Stepped
    {
        add => Bytes.Stepped += value;
        remove => Bytes.Stepped -= value;
    }

    /// <summary>Full path of the file, or "in memory".</summary>
    public string Name => Bytes.Name;

    /// <summary>Number of entries.</summary>
    public long Count => Bytes.Header.Entries;

    /// <summary>Levels, the leaves' included: pages that a lookup reads.</summary>
    public int Height => (int)Bytes.Header.Height;

    /// <summary>Bytes of a page.</summary>
    public int PageSize => Bytes.Pager.PageSize;

    /// <summary>Most children of a node; null where pages are filled by bytes.</summary>
    public int? Order => Bytes.Header.Order is var order and > 0 ? order : null;

    /// <summary>
    /// Most bytes of a key and its value together. A page holds four entries at least (in a tree with an order, that many).
    /// </summary>
    public int LargestEntry => Bytes.LargestEntry;

    /// <summary>Number of the last transaction that holds.</summary>
    public long LastTransaction => (long)Bytes.Header.Transaction;

    /// <summary>Transactions that were in the log when the tree was opened: it was not closed before.</summary>
    public int RecoveredTransactions => Bytes.Pager.RecoveredTransactions;

    /// <summary>Work of the buffer pool and the log since the tree was opened.</summary>
    public PageCounts Pages => Bytes.Pager.Counts;

    /// <summary>The root, for drawing. What a node tells is read when it is asked.</summary>
    public BPlusNode Root => new BPlusView(Bytes).Root;

    internal ByteTree Bytes { get; }

    /// <summary>Opens the tree in a file, or makes one.</summary>
    /// <typeparam name="TKey"><c>long</c>, <c>string</c> (in order of code points) or <c>byte[]</c> (byte by byte).</typeparam>
    /// <typeparam name="TValue"><c>long</c>, <c>string</c> or <c>byte[]</c>.</typeparam>
    /// <param name="path">The file. While the tree is open, and after a crash, there is a log beside it: the same name with
    /// <c>.wal</c>.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="BPlusFileException">The file is no B+ tree, has other keys, values, pages or order, or is damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened: another process has it.</exception>
    public static BPlusTree<TKey, TValue> Open<TKey, TValue>(string path, BPlusOptions? options = null)
        where TKey : notnull
        where TValue : notnull =>
        new(() => new DiskStorage(path, options?.IsReadOnly ?? false), options ?? new());

    /// <summary>A new tree in memory: the same pages and log, without a file.</summary>
    /// <param name="options">How to make it.</param>
    public static BPlusTree<TKey, TValue> InMemory<TKey, TValue>(BPlusOptions? options = null)
        where TKey : notnull
        where TValue : notnull =>
        new(() => new MemoryStorage(), options ?? new());

    /// <summary>Begins a transaction. Without one, each change is a transaction of its own.</summary>
    /// <exception cref="InvalidOperationException">One is running, or the tree is open for reading only.</exception>
    public BPlusTransaction Begin()
    {
        Bytes.Begin();
        return new(this);
    }

    /// <summary>
    /// Copies the pages of the log into the file, and begins the log anew. Happens by itself when the log is long, and on <see
    /// cref="Dispose"/>.
    /// </summary>
    public void Checkpoint() => Bytes.Checkpoint();

    /// <summary>
    /// Reads all pages and checks what has to hold: checksums, order of keys, how full nodes are, equal depth, the chain of leaves, free
    /// pages, counts.
    /// </summary>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="BPlusFileException">Something does not hold; the page is named.</exception>
    public BPlusStatistics Verify(CancellationToken cancellation = default) => Bytes.Verify(cancellation);

    /// <summary>Takes back a transaction that is running, copies the log into the file and closes both.</summary>
    public void Dispose() => Bytes.Dispose();

    /// <summary><c>B+ tree of 1,000 entries, height 2</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"B+ tree of {Count:N0} {(Count == 1 ? "entry" : "entries")}, height {Height}");
}
