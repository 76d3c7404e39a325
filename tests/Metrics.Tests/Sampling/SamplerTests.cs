using Qiansi.Metrics.Gpu;
using Qiansi.Metrics.Sampling;
using Qiansi.Metrics.Tests.Doubles;

namespace Qiansi.Metrics.Tests.Sampling;

public sealed class SamplerTests : IDisposable
{
    private const long Gibi = 1L << 30;
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Figures_come_from_what_the_kernel_writes()
    {
        var clock = new HandSetClock();
        using var sampler = Open(_tree.WriteLinux(busy: 100, sectors: 1000, received: 5000), clock);
        var first = sampler.Take();
        Assert.Null(first.CpuPercent);
        Assert.Null(first.DiskRead);
        _tree.WriteLinux(busy: 350, sectors: 1_001_000, received: 10_005_000);
        clock.Elapsed += TimeSpan.FromSeconds(4);
        var second = sampler.Take();
        Assert.Equal(TimeSpan.FromSeconds(4), second.Elapsed - first.Elapsed);

        Assert.Equal([100, 0], second.CorePercents);
        Assert.Equal(50, second.CpuPercent);
        Assert.Equal(24 * Gibi, second.MemoryTotal);
        Assert.Equal(6 * Gibi, second.MemoryUsed);
        Assert.Equal(262144L * Environment.SystemPageSize, second.ProcessMemory);
        Assert.Equal(37, second.Threads);
        Assert.Equal(1_000_000 * 512 / 4, second.DiskRead!.Value, 1);
        Assert.Equal(second.DiskRead.Value / 2, second.DiskWritten!.Value, 1);
        Assert.Equal(10_000_000 / 4, second.NetworkReceived!.Value, 1);
        Assert.Equal(second.NetworkReceived.Value / 10, second.NetworkSent!.Value, 1);
        Assert.Empty(second.Notes);
    }

    [Fact]
    public void What_cannot_be_read_is_said_and_the_rest_goes_on()
    {
        using var sampler = Open(_tree.WriteLinux());
        sampler.Take();
        File.Delete(Path.Combine(_tree.Root, "proc/diskstats"));
        using var again = Open(_tree);
        var sample = again.Take();
        Assert.Equal(["disks: not available on this system"], sample.Notes);
        Assert.NotNull(sample.MemoryTotal);

        // Permission denied, where the test does not run as root, who may read all.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        File.SetUnixFileMode(Path.Combine(_tree.Root, "proc/meminfo"), UnixFileMode.None);
        using var third = Open(_tree);
        Assert.Contains("memory: permission denied", third.Take().Notes);
    }

    [Fact]
    public void A_system_without_proc_gives_what_the_runtime_knows_and_says_so()
    {
        using var sampler = Open(_tree);
        var sample = sampler.Take();
        Assert.Contains("not available on this system", Assert.Single(sample.Notes));
        Assert.True(sample.ProcessMemory > 0 && sample.MemoryTotal > 0 && sample.HeapBytes > 0);
        Assert.Null(sample.CpuPercent);
    }

    [Theory]
    [InlineData("0::/job/step\n", "sys/fs/cgroup/job/memory.max", "4294967296", "sys/fs/cgroup/job/memory.current", "3221225472",
        "sys/fs/cgroup/job/memory.stat", "anon 1\ninactive_file 1073741824\n")]
    [InlineData("4:memory:/job\n1:cpu,cpuacct:/job\n0::/\n", "sys/fs/cgroup/memory/job/memory.limit_in_bytes", "4294967296",
        "sys/fs/cgroup/memory/job/memory.usage_in_bytes", "3221225472", "sys/fs/cgroup/memory/job/memory.stat",
        "cache 1\ntotal_inactive_file 1073741824\n")]
    [InlineData("9:memory:/only/the/host/sees/this\n", "sys/fs/cgroup/memory/memory.limit_in_bytes", "4294967296",
        "sys/fs/cgroup/memory/memory.usage_in_bytes", "3221225472", "sys/fs/cgroup/memory/memory.stat", "total_inactive_file 1073741824\n")]
    public void Limits_of_containers_are_found(
        string groups, string limit, string limitText, string usage, string usageText, string statistics, string statisticsText)
    {
        _tree.WriteLinux().Write("proc/self/cgroup", groups).Write(limit, limitText + "\n").Write(usage, usageText + "\n")
            .Write(statistics, statisticsText);
        _tree.Write("sys/fs/cgroup/job/step/memory.max", "max\n").Write("sys/fs/cgroup/job/step/cpu.max", "max 100000\n")
            .Write("sys/fs/cgroup/job/cpu.max", "150000 100000\n");
        _tree.Write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "150000\n")
            .Write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n");
        using var sampler = Open(_tree);
        var sample = sampler.Take();
        Assert.Empty(sample.Notes);
        Assert.Equal((4 * Gibi, 2 * Gibi), (sample.ContainerMemoryLimit, sample.ContainerMemoryUsed));
        Assert.Equal(groups.StartsWith('9') ? null : 1.5, sample.ContainerCpus);
    }

    [Fact]
    public void Without_limits_there_is_no_container()
    {
        _tree.WriteLinux().Write("proc/self/cgroup", "4:memory:/x\n0::/\n")
            .Write("sys/fs/cgroup/memory/x/memory.limit_in_bytes", "9223372036854771712\n");
        using var sampler = Open(_tree);
        var sample = sampler.Take();
        Assert.Null(sample.ContainerMemoryLimit);
        Assert.Null(sample.ContainerMemoryUsed);
        Assert.Empty(sample.Notes);
    }

    [Fact]
    public async Task This_very_system_gives_sensible_figures()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's");
        using var sampler = Sampler.Open(new());
        var sample = sampler.Take();
        await Eventually.HoldsAsync(() => (sample = sampler.Take()).CpuPercent is not null);
        Assert.InRange(sample.CpuPercent!.Value, 0, 100);
        Assert.True(sample.CorePercents.Count > 0 && sample.ProcessMemory > 1 << 20 && sample.Threads > 2);
        Assert.InRange(sample.MemoryUsed!.Value, 1, sample.MemoryTotal!.Value);
        Assert.Equal(Environment.WorkingSet, sample.ProcessMemory, Environment.WorkingSet * 0.2);
    }

    private static Sampler Open(TemporaryTree tree, TimeProvider? clock = null) => new(new SystemPaths(tree.Root), new NoGpus(), clock);

    private sealed class HandSetClock : TimeProvider
    {
        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }

    private sealed class NoGpus : IGpuFigures
    {
        public GpuReading Latest() => GpuReading.Empty;

        public void Dispose()
        {
        }
    }
}
