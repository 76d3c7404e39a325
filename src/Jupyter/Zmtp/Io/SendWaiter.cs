namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>A sender that waits until a peer has room; guarded by the socket's gate.</summary>
internal sealed class SendWaiter(Multipart message) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>As it goes into the peer's queue.</summary>
    internal Multipart Message { get; } = message;

    /// <summary>How many peers it still has to reach.</summary>
    internal int Remaining { get; set; } = 1;

    /// <summary>Ends the wait on cancellation.</summary>
    internal CancellationTokenRegistration Cancellation { get; set; }

    /// <summary>One peer took it, or is gone.</summary>
    internal void Release()
    {
        if (--Remaining > 0)
            return;
        Cancellation.Unregister();
        TrySetResult();
    }

    /// <summary>Fails the send without leaving an unobserved exception when nobody awaits it any more.</summary>
    internal void Fail(Exception exception)
    {
        Cancellation.Unregister();
        TrySetException(exception);
        _ = Task.Exception;
    }
}
