using Qiansi.Engine;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>What the kernel's threads share: the session once it is there, the running request, and whether the end has come.</summary>
internal sealed class KernelLife : IDisposable
{
    private readonly Task<Session> _session;
    private readonly IopubPublisher _iopub;
    private readonly CancellationTokenSource _ending = new();
    private readonly ManualResetEventSlim _ended = new();
    private volatile MessageHeader? _running;

    public KernelLife(Task<Session> session, IopubPublisher iopub)
    {
        (_session, _iopub) = (session, iopub);
        Ending = _ending.Token;
    }

    /// <summary>Cancelled when the kernel ends; threads that end a little later may still ask for it.</summary>
    public CancellationToken Ending { get; }

    /// <summary>The session; blocks while it is being made.</summary>
    /// <exception cref="Exception">It could not be made.</exception>
    public Session Session => _session.GetAwaiter().GetResult();

    /// <summary>Header of the cell that is running, or null.</summary>
    public MessageHeader? Running
    {
        get => _running;
        set => _running = value;
    }

    /// <summary>Interrupts the running cell; when an earlier interrupt has not helped, says what does.</summary>
    public void Interrupt()
    {
        if (!_session.IsCompletedSuccessfully || _session.Result.Interrupt()) return;
        _iopub.Announce(Running, new StreamText("stderr", "\nThe cell does not react to interrupts: it is inside library code that cannot be stopped from outside. Only restarting the kernel ends it; variables are lost then.\n"));
    }

    /// <summary>Ends the kernel.</summary>
    public void End() => _ended.Set();

    /// <summary>Blocks until the kernel ends.</summary>
    public void WaitForEnd()
    {
        _ended.Wait();
        _ending.Cancel();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _ending.Dispose();
        _ended.Dispose();
    }
}
