using System.Runtime.InteropServices;

namespace Qiansi.Tool.Lab;

/// <summary>Waits for whatever asks a server to end: Ctrl+C, a closed terminal, a service manager.</summary>
internal sealed class EndRequest : IDisposable
{
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _signals;

    public EndRequest() =>
        _signals = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            .Select(s => PosixSignalRegistration.Create(s, Take))];

    public Task Requested => _requested.Task;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        // A second one does not wait for anything: the system ends the process, and kernels notice.
        context.Cancel = _requested.TrySetResult();
    }
}
