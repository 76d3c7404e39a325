namespace Qiansi.Torch.Storages;

/// <summary>The memory behind one tensor and its views.</summary>
/// <remarks>
/// Freed when the last tensor on it is disposed, or when the garbage collector finds that none is left. <see cref="Version"/> counts writes
/// in place: what autograd has kept for the backward pass remembers the count it saw.
/// </remarks>
internal abstract unsafe class Storage
{
    private byte* pointer;
    private int references = 1;

    protected Storage(byte* pointer, long bytes)
    {
        this.pointer = pointer;
        Bytes = bytes;
    }

    /// <summary>Tensors up to this many bytes are cut from a slab.</summary>
    public const int SmallBytes = 1024;

    public long Bytes { get; }

    public int Version;

    public bool IsFreed => pointer == null;

    /// <summary>Whether only one tensor (or what autograd kept of it) holds this memory.</summary>
    public bool IsUnique => Volatile.Read(ref references) == 1;

    public byte* Pointer => pointer != null ? pointer : throw Freed();

    public static Storage Create(long bytes) => bytes <= SmallBytes ? Slab.Cut(bytes) : PooledStorage.Take(bytes);

    public void AddReference() => Interlocked.Increment(ref references);

    public void Release()
    {
        if (Interlocked.Decrement(ref references) != 0) return;
        var block = pointer;
        pointer = null;
        Free(block);
    }

    protected byte* TakePointer()
    {
        var block = pointer;
        pointer = null;
        return block;
    }

    protected abstract void Free(byte* block);

    internal static ObjectDisposedException Freed() =>
        new("Tensor",
            "this tensor was disposed: its memory is gone. Call MoveToOuterDisposeScope() on a tensor that is to outlive its "
                + "DisposeScope.");
}
