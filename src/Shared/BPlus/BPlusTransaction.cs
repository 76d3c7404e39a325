namespace Qiansi.BPlus;

/// <summary>
/// Several changes that hold together or not at all: <c>using var t = tree.Begin(); …; t.Commit();</c>. One that ends without <see
/// cref="Commit"/> has not been.
/// </summary>
public sealed class BPlusTransaction : IDisposable
{
    private BPlusTree? _tree;

    internal BPlusTransaction(BPlusTree tree) => _tree = tree;

    /// <summary>Makes the changes hold; with <see cref="Durability.EachCommit"/> they are on the disk when this returns.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended, or an error has broken it off.</exception>
    /// <exception cref="IOException">The log could not be written. The tree takes no more changes; opened again, it has all of this
    /// transaction or nothing.</exception>
    public void Commit()
    {
        var tree = _tree ?? throw new InvalidOperationException("The transaction has ended.");
        tree.Bytes.Commit();
        _tree = null;
    }

    /// <summary>Takes the changes back, unless they were committed.</summary>
    public void Dispose()
    {
        _tree?.Bytes.Rollback();
        _tree = null;
    }
}
