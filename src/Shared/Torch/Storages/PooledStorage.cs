namespace Qiansi.Torch.Storages;

/// <summary>A block of its own from the pool.</summary>
internal sealed unsafe class PooledStorage : Storage
{
    private readonly long capacity;

    private PooledStorage(byte* block, long bytes, long capacity) : base(block, bytes) => this.capacity = capacity;

    ~PooledStorage()
    {
        var block = TakePointer();
        if (block != null) NativePool.Return(block, capacity);
    }

    public static PooledStorage Take(long bytes)
    {
        var block = NativePool.Take(bytes, out var capacity);
        return new PooledStorage(block, bytes, capacity);
    }

    protected override void Free(byte* block)
    {
        GC.SuppressFinalize(this);
        if (block != null) NativePool.Return(block, capacity);
    }
}
