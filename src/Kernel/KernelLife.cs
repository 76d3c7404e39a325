using Qiansi.Engine;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>What the kernel's threads share: the session once it is there, the running request, and whether the end has come.</summary>
internal sealed class KernelLife(Task<Session> session, IopubPublisher iopub) : IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly ManualResetEventSlim _ended = new();
    private volatile MessageHeader? _running;

    /// <summary>Cancelled when the kernel ends.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>The session; blocks while it is being made.</summary>
    /// <exception cref="Exception">It could not be made.</exception>
    public Session Session => session.GetAwaiter().GetResult();

    /// <summary>Header of the cell that is running, or null.</summary>
    public MessageHeader? Running
    {
        get => _running;
        set => _running = value;
    }

    /// <summary>Interrupts the running cell; when an earlier interrupt has not helped, says what does.</summary>
    public void Interrupt()
    {
        if (!session.IsCompletedSuccessfully || session.Result.Interrupt()) return;
        iopub.Announce(Running,
            new StreamText("stderr", "\nThe cell does not react to interrupts: it is inside library code that cannot be stopped from "
                + "outside. Only restarting the kernel ends it; variables are lost then.\n"));
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
