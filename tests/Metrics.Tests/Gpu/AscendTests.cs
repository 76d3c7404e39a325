using Qiansi.Metrics.Gpu.Ascend;
using Qiansi.Metrics.Sampling;
using Qiansi.Metrics.Tests.Doubles;

namespace Qiansi.Metrics.Tests.Gpu;

public sealed class AscendTests : IDisposable
{
    private const string Training = """
        +------------------------------------------------------------------------------------------------+
        | npu-smi 24.1.rc2                 Version: 24.1.rc2                                             |
        +---------------------------+---------------+----------------------------------------------------+
        | NPU   Name                | Health        | Power(W)    Temp(C)           Hugepages-Usage(page)|
        | Chip                      | Bus-Id        | AICore(%)   Memory-Usage(MB)  HBM-Usage(MB)        |
        +===========================+===============+====================================================+
        | 0     910B3               | OK            | 93.5        39                0    / 0             |
        | 0                         | 0000:C1:00.0  | 57          0    / 0          33250 / 65536        |
        +===========================+===============+====================================================+
        | 1     910B3               | Alarm         | 88.1        71                0    / 0             |
        | 0                         | 0000:C2:00.0  | 0           0    / 0          3322 / 65536         |
        +===========================+===============+====================================================+
        +---------------------------+---------------+----------------------------------------------------+
        | NPU     Chip              | Process id    | Process name             | Process memory(MB)      |
        +===========================+===============+====================================================+
        | 0       0                 | 4242          | python3                  | 29800                   |
        +===========================+===============+====================================================+
        | No running processes found in NPU 1                                                            |
        +===========================+===============+====================================================+
        """;

    private const string Inference = """
        +--------------------------------------------------------------------------------------------------------+
        | npu-smi 23.0.0                                   Version: 23.0.0                                       |
        +-------------------------------+-----------------+------------------------------------------------------+
        | NPU     Name                  | Health          | Power(W)     Temp(C)           Hugepages-Usage(page) |
        | Chip    Device                | Bus-Id          | AICore(%)    Memory-Usage(MB)                        |
        +===============================+=================+======================================================+
        | 2       310P3                 | OK              | NA           52                0     / 0             |
        | 0       0                     | 0000:01:00.0    | 3            1835 / 21527                            |
        +===============================+=================+======================================================+
        """;

    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Chips_for_training_are_read_with_their_programs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for npu-smi is a shell script");
        var program = _tree.Write("info.txt", Training).Script("npu-smi", $"[ \"$1\" = info ] && cat {_tree.Root}/info.txt");
        var (gpus, notes) = Read(program);
        Assert.Empty(notes);
        Assert.Equal(["NPU 0", "NPU 1"], gpus.Select(g => g.Id));
        Assert.Equal(("Ascend 910B3", 57.0, 33250L << 20, 65536L << 20, 39.0, 93.5),
            (gpus[0].Name, gpus[0].Utilization, gpus[0].MemoryUsed, gpus[0].MemoryTotal, gpus[0].Temperature, gpus[0].Power));
        Assert.Equal(new GpuProcess(4242, "python3", 29800L << 20, false), Assert.Single(gpus[0].Processes));
        Assert.Equal("health: Alarm", gpus[1].Problem);
    }

    [Fact]
    public void Chips_for_inference_have_other_columns()
    {
        var gpu = Assert.Single(NpuSmiText.Parse(Inference, new(new(_tree.Root))));
        Assert.Equal(("NPU 2", "Ascend 310P3", 3.0, 1835L << 20, 21527L << 20, 52.0, null),
            (gpu.Id, gpu.Name, gpu.Utilization, gpu.MemoryUsed, gpu.MemoryTotal, gpu.Temperature, gpu.Power));
    }

    [Fact]
    public void A_program_that_fails_is_quoted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for npu-smi is a shell script");
        var (gpus, notes) = Read(_tree.Script("npu-smi", "echo 'dcmi module initialize failed. ret is -8005' >&2; exit 1"));
        Assert.Empty(gpus);
        Assert.Equal("Ascend: npu-smi info lists no NPU (exit code 1): dcmi module initialize failed. ret is -8005", Assert.Single(notes));
        Assert.Contains("could not be asked", Assert.Single(Read(Path.Combine(_tree.Root, "absent")).Notes));
    }

    private (List<GpuSample> Gpus, IReadOnlyList<string> Notes) Read(string program)
    {
        using var source = AscendSource.TryFind(new(_tree.Root) { NpuSmi = program })!;
        var (gpus, notes) = (new List<GpuSample>(), new Notes());
        source.Read(gpus, notes);
        return (gpus, notes.Lines);
    }
}
