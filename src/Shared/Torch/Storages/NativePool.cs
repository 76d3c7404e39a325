using System.Numerics;
using System.Runtime.InteropServices;

namespace Qiansi.Torch.Storages;

/// <summary>Blocks of native memory, 64-byte aligned, kept by size and handed out again.</summary>
/// <remarks>
/// Sizes are rounded up to four steps a doubling, so at most a fifth is waste and a training loop asks for the same few sizes for ever.
/// A block taken again is the one freed last: it is the one most likely still in cache.
/// </remarks>
internal static unsafe class NativePool
{
    public const int Alignment = 64;
    private const int Classes = 256;
    private static readonly Stack<nint>?[] Free = new Stack<nint>?[Classes];
    private static readonly Lock Gate = new();
    private static long live, peak, cached, allocations, reused, blocks, mostBlocks;

    public static MemoryStats Stats
    {
        get
        {
            lock (Gate) return new MemoryStats(live, peak, cached, allocations, reused, MemoryPressure.Collections);
        }
    }

    /// <summary>Blocks handed out now, and at most.</summary>
    public static (long Now, long Most) Blocks
    {
        get
        {
            lock (Gate) return (blocks, mostBlocks);
        }
    }

    public static long Live => Volatile.Read(ref live);

    public static byte* Take(long bytes, out long capacity)
    {
        var size = ClassOf(bytes);
        capacity = SizeOf(size);
        MemoryPressure.Allocating(capacity);
        lock (Gate)
        {
            allocations++;
            live += capacity;
            mostBlocks = Math.Max(mostBlocks, ++blocks);
            if (live > peak) peak = live;
            if (Free[size] is { Count: > 0 } freed)
            {
                reused++;
                cached -= capacity;
                return (byte*)freed.Pop();
            }
        }
        return FromSystem(bytes, capacity);
    }

    public static void Return(byte* block, long capacity)
    {
        lock (Gate)
        {
            live -= capacity;
            blocks--;
            if (cached + capacity <= Math.Max(256L << 20, live + (live >> 1)))
            {
                cached += capacity;
                (Free[ClassOf(capacity)] ??= new Stack<nint>()).Push((nint)block);
                return;
            }
        }
        NativeMemory.AlignedFree(block);
    }

    /// <summary>Gives every cached block back to the system.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            foreach (var freed in Free)
            {
                while (freed is { Count: > 0 }) NativeMemory.AlignedFree((void*)freed.Pop());
            }
            cached = 0;
        }
    }

    public static void ResetPeak()
    {
        lock (Gate) peak = live;
    }

    private static byte* FromSystem(long bytes, long capacity)
    {
        // Linux promises memory it does not have and kills the process later: refuse what cannot be there.
        if (capacity >= 64L << 20 && live > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
        {
            MemoryPressure.CollectAll();
            Trim();
            if (live > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) throw Refuse(bytes, capacity);
        }
        try
        {
            return (byte*)NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        }
        catch (OutOfMemoryException)
        {
            MemoryPressure.CollectAll();
            Trim();
        }
        try
        {
            return (byte*)NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        }
        catch (OutOfMemoryException)
        {
            throw Refuse(bytes, capacity);
        }
    }

    private static OutOfMemoryException Refuse(long bytes, long capacity)
    {
        lock (Gate)
        {
            live -= capacity;
            blocks--;
        }

        return new OutOfMemoryException(
            $"torch: a tensor of {Size(bytes)} was asked for; {Size(live)} are held by other tensors and the machine has "
                + $"{Size(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)}. Use a smaller batch, float32 for float64, or torch.no_grad() "
                + "where no gradient is needed.");
    }

    internal static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => FormattableString.Invariant($"{bytes / (double)(1L << 30):0.##} GiB"),
        >= 1L << 20 => FormattableString.Invariant($"{bytes / (double)(1L << 20):0.##} MiB"),
        >= 1L << 10 => FormattableString.Invariant($"{bytes / (double)(1L << 10):0.##} KiB"),
        _ => FormattableString.Invariant($"{bytes} bytes"),
    };

    /// <summary>The number of the smallest size that holds so many bytes: sizes are 4·2ⁿ … 7·2ⁿ times 16 bytes.</summary>
    internal static int ClassOf(long bytes)
    {
        var units = (ulong)Math.Max(1, (bytes + 63) / 64) - 1;
        if (units < 4) return (int)units;
        var log = BitOperations.Log2(units);
        return ((log - 1) << 2) + (int)((units >> (log - 2)) & 3);
    }

    /// <summary>How many bytes a block of that size number has.</summary>
    internal static long SizeOf(int size)
    {
        if (size < 4) return (size + 1) * 64L;
        var log = (size >> 2) + 1;
        return ((4L + (size & 3) + 1) << (log - 2)) * 64L;
    }
}
