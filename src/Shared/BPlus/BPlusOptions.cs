namespace Qiansi.BPlus;

/// <summary>How a tree is opened. What is null is taken from the file; for a new one the usual value is named.</summary>
public sealed record BPlusOptions
{
    /// <summary>Bytes of a page: a power of two from 128 to 32,768. New files have 4,096.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// Most children of a node, at least 3: the small trees of textbooks, whose nodes are split after <c>Order - 1</c> keys. New files have
    /// none, and pages are filled by bytes.
    /// </summary>
    public int? Order { get; init; }

    /// <summary>Pages held in memory, at least 64. Usual are 4,096, with pages of 4,096 bytes 16 MiB.</summary>
    public int PoolPages { get; init; } = 4096;

    /// <summary>When the log is synced.</summary>
    public Durability Durability { get; init; } = Durability.EachCommit;

    /// <summary>After a commit that leaves so many pages in the log, they are copied into the file. Usual are 4,096.</summary>
    public int CheckpointPages { get; init; } = 4096;

    /// <summary>Whether the file is only read. Several processes may then have it open.</summary>
    public bool IsReadOnly { get; init; }
}
