using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;

namespace Qiansi.Benchmarks;

/// <summary>Debian's PyTorch in a process of its own, set up fairly: OpenBLAS with OpenMP,
/// on machines with AVX-512 told so (its detection does not know newer processors).</summary>
internal sealed class TorchPeer : IDisposable
{
    private readonly Process _process;

    private TorchPeer(Process process, string description) => (_process, Description) = (process, description);

    /// <summary>Its version and the BLAS kernel it uses.</summary>
    public string Description { get; }

    /// <summary>Starts it; null when there is no PyTorch, with the reason printed.</summary>
    public static TorchPeer? Start()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(PublishedKernel.Root, "tests", "Benchmarks", "torch_peer.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        };
        foreach (var name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS" })
            start.Environment[name] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        if (Avx512F.IsSupported) start.Environment["OPENBLAS_CORETYPE"] = "SkylakeX";
        if (!File.Exists(start.FileName)) return Missing();
        var process = Process.Start(start)!;
        return process.StandardOutput.ReadLine() is { } description ? new TorchPeer(process, description) : Missing();

        static TorchPeer? Missing()
        {
            Console.WriteLine("  (no PyTorch beside: apt-get install python3-torch libopenblas0-openmp)");
            return null;
        }
    }

    /// <summary>Milliseconds of the runs of a case.</summary>
    public double[] Measure(string name, int threads, double milliseconds)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{threads}\t{milliseconds}"));
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"torch_peer.py ended at '{name}'; its message is above.");
        return [.. line.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
