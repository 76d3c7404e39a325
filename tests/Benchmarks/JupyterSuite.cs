using System.Diagnostics;

namespace Qiansi.Benchmarks;

/// <summary>Drives our kernel and ipykernel with Debian's jupyter_client, one after the other in one run.</summary>
internal static class JupyterSuite
{
    public static async Task RunAsync(int runs)
    {
        var script = Path.Combine(PublishedKernel.Root, "tests", "Benchmarks", "jupyter_peer.py");
        using var process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", [script, PublishedKernel.Executable, runs.ToString(System.Globalization.CultureInfo.InvariantCulture)]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            Console.WriteLine("  jupyter_client is needed: apt-get install python3-jupyter-client python3-ipykernel");
    }
}
