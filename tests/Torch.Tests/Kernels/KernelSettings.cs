using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels;

/// <summary>Sets the number of threads and the register width for one test; the collection keeps such tests from
/// running beside each other.</summary>
[CollectionDefinition(nameof(KernelSettings), DisableParallelization = true)]
public sealed class KernelSettings : IDisposable
{
    private readonly int _threads = ThreadTeam.Threads, _bits = SimdWidth.Bits;

    public KernelSettings()
    {
    }

    public KernelSettings(int threads) => ThreadTeam.Threads = threads;

    public KernelSettings(int threads, int bits) => (ThreadTeam.Threads, SimdWidth.Bits) = (threads, bits);

    /// <summary>Every register width; those the machine lacks are emulated by the runtime.</summary>
    public static TheoryData<int> Widths => [1, 128, 256, 512];

    public void Dispose() => (ThreadTeam.Threads, SimdWidth.Bits) = (_threads, _bits);
}
