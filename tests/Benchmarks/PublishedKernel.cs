using System.Diagnostics;
using Qiansi.Jupyter.Client;
using Qiansi.Testing;

namespace Qiansi.Benchmarks;

/// <summary>The kernel as <c>./nb</c> publishes it.</summary>
internal static class PublishedKernel
{
    public static string Root => Repository.Folder;

    public static string Executable
    {
        get
        {
            var path = Path.Combine(Root, "artifacts", "nb", OperatingSystem.IsWindows() ? "nb.exe" : "nb");
            return File.Exists(path)
                ? path : throw new FileNotFoundException($"{path} is not there: run ./nb --version once, which publishes it.");
        }
    }

    public static Task<KernelProcess> StartAsync() =>
        KernelProcess.StartAsync(new KernelLaunch([Executable, "kernel", "--connection-file", "{connection_file}"])
        {
            InterruptByMessage = true,
            UseIpc = true
        }, CancellationToken.None);

    /// <summary>Runs a cell; its value as text.</summary>
    public static async Task<string> RunAsync(this KernelProcess kernel, string code)
    {
        var sink = new RecordingSink();
        await kernel.Client.ExecuteAsync(code, sink);
        return sink.Failure is null ? sink.Text : throw new InvalidOperationException(string.Join('\n', sink.Failure.Traceback));
    }

    /// <summary>Memory of its process, pages that several share counted in parts (PSS); Linux.</summary>
    public static double ProportionalMegabytes(this KernelProcess kernel) =>
        double.Parse(File.ReadLines($"/proc/{kernel.ProcessId}/smaps_rollup").First(l => l.StartsWith("Pss:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024;

    public static double ResidentMegabytes(this KernelProcess kernel)
    {
        using var process = Process.GetProcessById(kernel.ProcessId);
        return process.WorkingSet64 / 1048576.0;
    }
}
