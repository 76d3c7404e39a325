using Qiansi.Metrics.Gpu;
using Qiansi.Metrics.Gpu.Nvml;

namespace Qiansi.Metrics.Tests.Gpu;

[Collection(nameof(StandIn))]
public sealed class NvmlTests(StandIn standIn)
{
    private const long Gibi = 1L << 30;

    [Fact]
    public void One_gpu_tells_all_its_figures()
    {
        var (source, read) = StandIn.Open(standIn.Require("gpus=1"));
        using var _ = source;
        var gpu = Assert.Single(read().Gpus);
        Assert.Equal(("GPU 0", "Stand-in H100 0", null), (gpu.Id, gpu.Name, gpu.Problem));
        Assert.InRange(gpu.Utilization!.Value, 40, 44);
        Assert.Equal((10 * Gibi, 80 * Gibi), (gpu.MemoryUsed, gpu.MemoryTotal));
        Assert.Equal((60.0, 92.0, 350.0, 700.0, 1755.0, 2619.0),
            (gpu.Temperature, gpu.SlowdownTemperature, gpu.Power, gpu.PowerLimit, gpu.Clock, gpu.MemoryClock));
        Assert.Equal([2 * Gibi, Gibi], gpu.Processes.Select(p => p.Memory!.Value));
        Assert.Equal(Environment.ProcessId, Assert.Single(gpu.Processes, p => p.IsThis).Id);
    }

    [Fact]
    public void Eight_gpus_are_told_apart()
    {
        var (source, read) = StandIn.Open(standIn.Require("gpus=8"));
        using var _ = source;
        var gpus = read().Gpus;
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"GPU {i}"), gpus.Select(g => g.Id));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => (double?)(60 + 4 * i)), gpus.Select(g => g.Temperature));
        Assert.Equal(["GPU 7: temperature 88 °C, warns from 85 °C"],
            new MetricsThresholds().Check(new() { Gpus = gpus }).Select(w => w.Text));
    }

    [Fact]
    public void Parts_of_a_divided_gpu_follow_it_with_memory_and_programs_of_their_own()
    {
        var (source, read) = StandIn.Open(standIn.Require("gpus=2,mig"));
        using var _ = source;
        var gpus = read().Gpus;
        Assert.Equal(["GPU 0", "GPU 0 · MIG 0", "GPU 0 · MIG 2", "GPU 1"], gpus.Select(g => g.Id));
        Assert.Equal([false, true, true, false], gpus.Select(g => g.IsPart));
        Assert.Equal([80 * Gibi, 10 * Gibi, 30 * Gibi, 80 * Gibi], gpus.Select(g => g.MemoryTotal!.Value));
        Assert.Empty(gpus[0].Processes);
        Assert.Equal(2, gpus[1].Processes.Count);
        Assert.Null(gpus[0].Utilization);
        Assert.All(gpus, g => Assert.Null(g.Problem));
    }

    [Fact]
    public void A_lost_gpu_says_so_the_others_go_on_and_it_may_come_back()
    {
        var (source, read) = StandIn.Open(standIn.Require("gpus=3"));
        using var _ = source;
        Assert.All(read().Gpus, g => Assert.Null(g.Problem));
        StandIn.Play("gpus=3,lost=1");
        var gpus = read().Gpus;
        Assert.Contains("the GPU is lost", gpus[1].Problem);
        Assert.Equal("Stand-in H100 1", gpus[1].Name);
        Assert.Null(gpus[1].Temperature);
        Assert.All([gpus[0], gpus[2]], g => Assert.Null(g.Problem));
        StandIn.Play("gpus=3");
        Assert.Null(read().Gpus[1].Problem);
    }

    [Fact]
    public void What_a_user_may_not_read_is_named()
    {
        var (source, read) = StandIn.Open(standIn.Require("gpus=1,denied"));
        using var _ = source;
        var gpu = Assert.Single(read().Gpus);
        Assert.Equal("power, clocks: permission denied", gpu.Problem);
        Assert.Equal(60, gpu.Temperature);
        Assert.Null(gpu.Power);
    }

    [Fact]
    public async Task A_driver_that_is_lost_is_said_and_opened_again_when_it_is_back()
    {
        var (source, read) = StandIn.Open(standIn.Require("gpus=2"));
        using var _ = source;
        Assert.Equal(2, read().Gpus.Count);
        StandIn.Play("gpus=2,driver-lost");
        var lost = read();
        Assert.Equal(["NVIDIA: NVIDIA's driver is not loaded (anymore)"], lost.Notes);
        Assert.DoesNotContain(read().Gpus, g => g.Problem is null);
        StandIn.Play("gpus=2");
        await Eventually.HoldsAsync(() => read().Notes.Count == 0);
        Assert.Equal((2, 0), (read().Gpus.Count, read().Notes.Count));
    }

    [Fact]
    public void Many_programs_are_all_listed()
    {
        var (source, read) = StandIn.Open(standIn.Require("gpus=1,many"));
        using var _ = source;
        Assert.Equal(100, Assert.Single(read().Gpus).Processes.Count);
    }

    [Fact]
    public void A_library_that_is_none_is_no_gpu()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "not a library");
        Assert.Null(NvmlLibrary.TryLoad(new() { Nvml = path }));
        File.Delete(path);
        using var sources = new GpuSources(new("/nowhere") { Nvml = "/nowhere/libnvidia-ml.so.1" });
        var reading = sources.Read();
        Assert.Empty(reading.Gpus);
        Assert.StartsWith("No GPU found", Assert.Single(reading.Notes));
        Assert.False(sources.Any);
    }

    [Fact]
    public async Task A_driver_that_does_not_come_back_does_not_hold_up_the_panel()
    {
        var paths = standIn.Require("gpus=1");
        using var watch = new GpuWatch(paths, TimeSpan.FromMilliseconds(50));
        watch.WaitForFirst();
        Assert.Single(watch.Latest().Gpus);
        StandIn.Play("gpus=1,hang");
        await Eventually.HoldsAsync(() => watch.Latest().Notes.Count > 0);
        StandIn.Play("gpus=1");
        Assert.Matches(@"the driver has not answered for \d+ s", Assert.Single(watch.Latest().Notes));
        Assert.Single(watch.Latest().Gpus);
    }
}
