namespace Qiansi.Torch.Storages;

/// <summary>A block that small tensors are cut from one after the other.</summary>
/// <remarks>
/// Only the slab has a finalizer, not each small tensor: a finalizer costs more than adding ten numbers. Its memory goes back when no
/// tensor cut from it is reachable.
/// </remarks>
internal sealed unsafe class Slab
{
    private const int SlabBytes = 16 << 10;

    [ThreadStatic] private static Slab? current;

    private readonly byte* block;
    private readonly long capacity;
    private int used;

    private Slab() => block = NativePool.Take(SlabBytes, out capacity);

    ~Slab() => NativePool.Return(block, capacity);

    public static Storage Cut(long bytes)
    {
        var need = Math.Max(NativePool.Alignment, (int)((bytes + NativePool.Alignment - 1) & -NativePool.Alignment));
        var slab = current;
        if (slab == null || slab.used + need > SlabBytes) current = slab = new Slab();
        var start = slab.block + slab.used;
        slab.used += need;
        return new Piece(slab, start, bytes);
    }

    private sealed class Piece(Slab slab, byte* start, long bytes) : Storage(start, bytes)
    {
        protected override void Free(byte* block) => GC.KeepAlive(slab);
    }
}
