using System.Diagnostics;

namespace Qiansi.Benchmarks;

/// <summary>Other processes that compute without end, until disposed.</summary>
internal sealed class BusyProcesses(int count) : IDisposable
{
    private readonly List<Process> _processes =
        [.. Enumerable.Range(0, count).Select(_ => Process.Start("sh", ["-c", "while :; do :; done"]))];

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.Dispose();
        }
    }
}
