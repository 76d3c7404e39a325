using Qiansi.Metrics.Gpu.Amd;
using Qiansi.Metrics.Sampling;
using Qiansi.Metrics.Tests.Doubles;

namespace Qiansi.Metrics.Tests.Gpu;

public sealed class AmdTests : IDisposable
{
    private const string Card = "sys/class/drm/card1/device/";
    private const long Gibi = 1L << 30;
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_card_is_read_with_its_programs()
    {
        using var source = AmdSource.TryFind(new(WriteCard().Root))!;
        var gpu = Assert.Single(Read(source));
        Assert.Equal(("GPU 0", "AMD Instinct MI300X", null), (gpu.Id, gpu.Name, gpu.Problem));
        Assert.Equal((87.0, 18 * Gibi, 24 * Gibi), (gpu.Utilization, gpu.MemoryUsed, gpu.MemoryTotal));
        Assert.Equal((71.0, 110.0, 298.0, 327.0, 2412.0, 1249.0),
            (gpu.Temperature, gpu.SlowdownTemperature, gpu.Power, gpu.PowerLimit, gpu.Clock, gpu.MemoryClock));
        Assert.Equal([(4242, "python3", 3 * Gibi), (4243, "", 1 * Gibi)], gpu.Processes.Select(p => (p.Id, p.Name, p.Memory!.Value)));
    }

    [Fact]
    public void Figures_change_and_a_card_that_is_pulled_is_gone()
    {
        using var source = AmdSource.TryFind(new(WriteCard().Root))!;
        Read(source);
        _tree.Write(Card + "gpu_busy_percent", "12\n");
        Assert.Equal(12, Read(source)[0].Utilization);
        Directory.Delete(Path.Combine(_tree.Root, Card), recursive: true);
        using var later = AmdSource.TryFind(new(_tree.Root));
        Assert.Null(later);
    }

    [Fact]
    public void Other_makers_and_outputs_of_a_card_are_left_out()
    {
        WriteCard().Write("sys/class/drm/card0/device/vendor", "0x8086\n").Write("sys/class/drm/card1-DP-1/status", "connected\n")
            .Write("sys/class/drm/version", "drm\n");
        using var source = AmdSource.TryFind(new(_tree.Root))!;
        Assert.Single(Read(source));
    }

    [Fact]
    public void An_old_card_with_few_files_shows_what_it_has()
    {
        _tree.Write(Card + "vendor", "0x1002\n").Write(Card + "device", "0x67df\n").Write(Card + "mem_info_vram_total", "8589934592\n")
            .Write(Card + "mem_info_vram_used", "1073741824\n");
        using var source = AmdSource.TryFind(new(_tree.Root))!;
        var gpu = Assert.Single(Read(source));
        Assert.Equal(("AMD GPU 0x67df", 8 * Gibi, null), (gpu.Name, gpu.MemoryTotal, gpu.Utilization));
        Assert.Null(gpu.Problem);
    }

    private TemporaryTree WriteCard() => _tree
        .Write(Card + "vendor", "0x1002\n").Write(Card + "product_name", "AMD Instinct MI300X\n").Write(Card + "gpu_busy_percent", "87\n")
        .Write(Card + "mem_info_vram_total", $"{24 * Gibi}\n").Write(Card + "mem_info_vram_used", $"{18 * Gibi}\n")
        .Write(Card + "hwmon/hwmon3/temp1_input", "71000\n").Write(Card + "hwmon/hwmon3/temp1_crit", "110000\n")
        .Write(Card + "hwmon/hwmon3/power1_average", "298000000\n").Write(Card + "hwmon/hwmon3/power1_cap", "327000000\n")
        .Write(Card + "pp_dpm_sclk", "0: 500Mhz\n1: 2412Mhz *\n2: 2482Mhz\n").Write(Card + "pp_dpm_mclk", "0: 96Mhz\n1: 1249Mhz *\n")
        .Write(Card + "drm/renderD129/dev", "226:129\n")
        .Write("sys/class/kfd/kfd/topology/nodes/0/properties", "cpu_cores_count 16\ndrm_render_minor 0\n")
        .Write("sys/class/kfd/kfd/topology/nodes/0/gpu_id", "0\n")
        .Write("sys/class/kfd/kfd/topology/nodes/1/properties", "simd_count 304\ndrm_render_minor 129\n")
        .Write("sys/class/kfd/kfd/topology/nodes/1/gpu_id", "51234\n")
        .Write("sys/class/kfd/kfd/proc/4242/vram_51234", $"{3 * Gibi}\n").Write("sys/class/kfd/kfd/proc/4243/vram_51234", $"{Gibi}\n")
        .Write("sys/class/kfd/kfd/proc/4244/vram_999", "5\n")
        .Write("proc/stat", "cpu 0\n").Write("proc/4242/comm", "python3\n");

    private static List<GpuSample> Read(AmdSource source)
    {
        var gpus = new List<GpuSample>();
        source.Read(gpus, new());
        return gpus;
    }
}
