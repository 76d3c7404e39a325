using Qiansi.Torch.Storages;

namespace Qiansi;

public static partial class torch
{
    /// <summary>How much memory tensors take now and took at most, in bytes.</summary>
    public static MemoryStats memory_stats() => NativePool.Stats;

    /// <summary>Starts counting the peak of <see cref="memory_stats"/> afresh.</summary>
    public static void reset_peak_memory_stats() => NativePool.ResetPeak();

    /// <summary>Collects tensors nobody holds any more and gives cached blocks back to the system.</summary>
    public static void empty_cache()
    {
        MemoryPressure.CollectAll();
        NativePool.Trim();
    }

    public partial class Tensor
    {
        /// <summary>How many blocks of memory tensors hold: one for each, but that small tensors (up to 1 KiB) share blocks
        /// and views have none.</summary>
        public static long TotalCount => NativePool.Blocks.Now;

        /// <summary>The most there ever were of <see cref="TotalCount"/>.</summary>
        public static long PeakCount => NativePool.Blocks.Most;
    }

    /// <summary>
    /// Called every now and then from long work (each node of a backward pass, each chunk of a large loop); throw from it to stop the work.
    /// </summary>
    /// <remarks>A host of cells sets it to its own check for an interrupt.</remarks>
    public static Action? CheckInterrupt
    {
        get => Qiansi.Torch.Kernels.Interrupts.Check;
        set => Qiansi.Torch.Kernels.Interrupts.Check = value;
    }

    /// <summary>How many threads a large operation uses at most.</summary>
    public static int get_num_threads() => Qiansi.Torch.Kernels.ThreadTeam.Threads;

    /// <summary>Sets how many threads a large operation uses at most; results are the same for the same number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1, or more than 1024.</exception>
    public static void set_num_threads(int num) => Qiansi.Torch.Kernels.ThreadTeam.Threads = num;
}
