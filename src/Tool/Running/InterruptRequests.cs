using System.Runtime.InteropServices;

namespace Qiansi.Tool.Running;

/// <summary>A person's wish to stop: the first Ctrl+C asks the running cell to end, the second does not wait for it.</summary>
internal sealed class InterruptRequests : IDisposable
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Cancelled by the first request.</summary>
    public CancellationToken Interrupt => _interrupt.Token;

    /// <summary>Cancelled by the second request.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Whether there was a request.</summary>
    public bool IsRequested => _interrupt.IsCancellationRequested;

    /// <summary>Requests by this process's signals: SIGINT counts as one request, SIGTERM and SIGHUP as both.</summary>
    public static InterruptRequests OfProcess()
    {
        var requests = new InterruptRequests();
        requests.Listen(PosixSignal.SIGINT, requests.Request);
        requests.Listen(PosixSignal.SIGTERM, requests.RequestStop);
        requests.Listen(PosixSignal.SIGHUP, requests.RequestStop);
        return requests;
    }

    /// <summary>One request.</summary>
    public void Request()
    {
        if (IsRequested) _stop.Cancel();
        _interrupt.Cancel();
    }

    /// <summary>Stop without waiting.</summary>
    public void RequestStop()
    {
        _stop.Cancel();
        _interrupt.Cancel();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _interrupt.Dispose();
        _stop.Dispose();
    }

    private void Listen(PosixSignal signal, Action request) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        request();
    }));
}
