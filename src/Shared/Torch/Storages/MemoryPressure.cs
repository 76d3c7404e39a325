namespace Qiansi.Torch.Storages;

/// <summary>Makes the garbage collector run when tensors that nobody disposes have piled up.</summary>
/// <remarks>
/// A tensor is a small object for the collector, whatever memory it stands for: left alone it would run far too late. So bytes handed out
/// are counted, and after every <see cref="Nursery"/> bytes the youngest generation is collected, which frees a training step's temporaries
/// while they are few; older generations follow when memory in use has grown beyond twice what was alive after the last full collection.
/// </remarks>
internal static class MemoryPressure
{
    internal const long Nursery = 48L << 20;
    internal const long Floor = 256L << 20;
    private static long sinceCollection;
    private static long limit = Floor;
    private static long collections;
    private static int collecting;

    public static long Collections => Volatile.Read(ref collections);

    public static void Allocating(long bytes)
    {
        if (Interlocked.Add(ref sinceCollection, bytes) < Nursery || NativePool.Live < Nursery) return;
        if (Interlocked.Exchange(ref collecting, 1) != 0) return;
        try
        {
            Collect();
        }
        finally
        {
            Volatile.Write(ref sinceCollection, 0);
            Volatile.Write(ref collecting, 0);
        }
    }

    public static void CollectAll() => Run(2);

    private static void Collect()
    {
        Run(0);
        if (NativePool.Live < limit) return;
        Run(1);
        if (NativePool.Live < limit) return;
        Run(2);
        limit = Math.Max(Floor, NativePool.Live * 2);
    }

    private static void Run(int generation)
    {
        Interlocked.Increment(ref collections);
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }
}
