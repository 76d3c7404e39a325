namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>Messages nobody has asked for yet, or else callers no message has come for yet; guarded by the socket's gate.</summary>
internal sealed class ReceiveQueue
{
    private readonly Queue<Multipart> _messages = [];
    private readonly List<Waiter> _waiters = [];

    internal int Count => _messages.Count;

    internal bool HasWaiters => _waiters.Count > 0;

    internal Multipart? Take() => _messages.TryDequeue(out var message) ? message : null;

    internal void Put(Multipart message) => _messages.Enqueue(message);

    /// <summary>Gives a message to who waits longest; only when <see cref="HasWaiters"/>.</summary>
    internal void Hand(Multipart message)
    {
        var waiter = _waiters[0];
        _waiters.RemoveAt(0);
        waiter.Cancellation.Unregister();
        waiter.SetResult(message);
    }

    internal Waiter Wait()
    {
        var waiter = new Waiter();
        _waiters.Add(waiter);
        return waiter;
    }

    internal void Cancel(Waiter waiter, CancellationToken cancellation)
    {
        if (_waiters.Remove(waiter))
            waiter.SetCanceled(cancellation);
    }

    /// <summary>Fails all who wait, without leaving an unobserved exception when nobody awaits them any more.</summary>
    internal void Fail(Exception exception)
    {
        foreach (var waiter in _waiters)
        {
            waiter.Cancellation.Unregister();
            waiter.SetException(exception);
            _ = waiter.Task.Exception;
        }

        _waiters.Clear();
    }

    internal sealed class Waiter() : TaskCompletionSource<Multipart>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        /// <summary>Ends the wait on cancellation.</summary>
        internal CancellationTokenRegistration Cancellation { get; set; }
    }
}
