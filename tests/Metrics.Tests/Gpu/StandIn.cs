using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Qiansi.Metrics.Gpu;
using Qiansi.Metrics.Gpu.Nvml;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Tests.Gpu;

/// <summary>NVIDIA's library, played by one that is compiled here from C. What it plays is for all of the process,
/// so that its tests run one after the other.</summary>
public sealed partial class StandIn : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qiansi-nvml-").FullName;

    public StandIn()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/gcc")) return;
        Library = Path.Combine(_folder, "libnvml-standin.so");
        using var gcc = Process.Start("/usr/bin/gcc", ["-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", Library,
            Path.Combine(Path.GetDirectoryName(SourceFile())!, "nvml_standin.c")]);
        gcc.WaitForExit();
        if (gcc.ExitCode != 0) throw new InvalidOperationException($"gcc ended with {gcc.ExitCode}");
    }

    /// <summary>Its path; null where there is no gcc.</summary>
    public string? Library { get; }

    /// <summary>Skips the test, by name, where it could not be compiled.</summary>
    internal SystemPaths Require(string scenario)
    {
        Assert.SkipUnless(Library is not null, "gcc is not installed, or this is not Linux: apt-get install gcc");
        Play(scenario);
        return new("/nowhere") { Nvml = Library };
    }

    /// <summary>Changes what it plays. The runtime's own variables are not those that C sees.</summary>
    public static void Play(string scenario) => Assert.Equal(0, SetVariable("QIANSI_STANDIN", scenario, 1));

    internal static (NvmlSource Source, Func<(IReadOnlyList<GpuSample> Gpus, IReadOnlyList<string> Notes)> Read) Open(SystemPaths paths)
    {
        var source = new NvmlSource(NvmlLibrary.TryLoad(paths)!, new(paths));
        return (source, Read);

        (IReadOnlyList<GpuSample> Gpus, IReadOnlyList<string> Notes) Read()
        {
            var (gpus, notes) = (new List<GpuSample>(), new Notes());
            source.Read(gpus, notes);
            return (gpus, notes.Lines);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string SourceFile([CallerFilePath] string path = "") => path;

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}

[CollectionDefinition(nameof(StandIn), DisableParallelization = true)]
public sealed class StandInCollection : ICollectionFixture<StandIn>;
