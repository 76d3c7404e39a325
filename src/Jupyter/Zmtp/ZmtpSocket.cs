using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>
/// A ZeroMQ socket: binds, connects, and moves whole messages to and from any number of peers. Speaks ZMTP 3.1 (RFC 37) and 3.0 (RFC 23)
/// with the NULL mechanism over tcp and ipc. All members may be used from any thread; set the properties before the first Bind or Connect.
/// </summary>
/// <remarks>
/// Sending never needs the thread pool, and neither does the blocking <see cref="Receive(CancellationToken)"/>: what must answer while
/// user code holds every pool thread (heartbeat, control) uses that from a thread of its own.
/// </remarks>
public abstract partial class ZmtpSocket : IAsyncDisposable, IDisposable
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Pollable> _open = [];
    private protected readonly ReceiveQueue Received = new();
    private protected readonly Lock Gate = new();

    /// <summary>Messages that wait for one peer to read before sending waits as well, or drops (PUB). Default 1,000.</summary>
    public int SendHighWaterMark { get; set; } = 1000;

    /// <summary>Bytes that wait for one peer, checked before a message is added: the queue is over it by one message at most.
    /// Default 64 MiB.</summary>
    public long SendHighWaterMarkBytes { get; set; } = 64L << 20;

    /// <summary>Messages from one peer that wait to be received before reading from it stops; 64 KiB of small ones may come on top.
    /// Default 1,000.</summary>
    public int ReceiveHighWaterMark { get; set; } = 1000;

    /// <summary>Bytes from one peer that wait to be received before reading from it stops; one message may come on top.
    /// Default 64 MiB.</summary>
    public long ReceiveHighWaterMarkBytes { get; set; } = 64L << 20;

    /// <summary>Bytes of the largest message accepted, 32 counted for each frame besides its body; a peer that sends more is disconnected.
    /// Default 1 GiB.</summary>
    public long MaxMessageSize { get; set; } = 1L << 30;

    /// <summary>Accepted connections at one time, one that left counted until its messages are received; more are closed at once.
    /// Default 1,024.</summary>
    public int MaxConnections { get; set; } = 1024;

    /// <summary>How long a peer may take to shake hands, <see cref="Timeout.InfiniteTimeSpan"/> for ever. Default 30 s.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long disposal may take to get queued messages to the peers, <see cref="Timeout.InfiniteTimeSpan"/> for ever.
    /// Default 1 s.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between two attempts to connect; the pause is 5 ms at first and grows with the time tried.
    /// Default 2 s.</summary>
    public TimeSpan ReconnectIntervalMax { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Raised on a pool thread when a peer was turned away or cut off for cause; the message says who and why.
    /// Handlers must not throw.</summary>
    public event Action<ZmtpException>? PeerFaulted;

    /// <summary>Peers whose handshake is complete.</summary>
    public int PeerCount
    {
        get
        {
            lock (Gate)
                return Ready.Count;
        }
    }

    internal abstract SocketKind Kind { get; }

    internal virtual byte[] IdentityBytes => [];

    internal bool IsDisposed { get; private set; }

    /// <summary>When a disposed socket gives up what it has not sent, in <see cref="Environment.TickCount64"/>.</summary>
    internal long LingerDeadline { get; private set; } = Pollable.Never;

    /// <summary>Accepts peers at an endpoint: <c>tcp://127.0.0.1:5555</c>, <c>tcp://*:*</c>, <c>ipc:///tmp/s</c>, <c>ipc://*</c>,
    /// <c>ipc://@abstract</c> (Linux).</summary>
    /// <returns>The endpoint to connect to, with the port or path the system chose for a wildcard.</returns>
    /// <exception cref="ArgumentException">It is no such endpoint.</exception>
    /// <exception cref="ZmtpException">The address is in use, or not this machine's.</exception>
    public string Bind(string endpoint)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var listener = Listener.Open(this, ZmtpEndpoint.Parse(endpoint));
        Track(listener);
        return listener.Endpoint;
    }

    /// <summary>Keeps a connection to an endpoint, trying again whenever it cannot be had or is lost; returns at once.</summary>
    /// <exception cref="ArgumentException">It is no endpoint one can connect to.</exception>
    public void Connect(string endpoint)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var parsed = ZmtpEndpoint.Parse(endpoint);
        parsed.CheckConnectable();
        var connector = new Connector(this, parsed);
        lock (Gate)
            Connecting.Add(connector.Peer);
        Track(connector);
        lock (Gate)
            OnRoom(connector.Peer);
    }

    /// <summary>Queues a message for its peer or peers, waiting while a peer's high-water mark is reached.</summary>
    /// <exception cref="ArgumentException">The message has no frames.</exception>
    /// <exception cref="InvalidOperationException">It is not this socket's turn to send (REQ, REP), or it never is (SUB).</exception>
    /// <exception cref="ObjectDisposedException">The socket was disposed before or meanwhile.</exception>
    public ValueTask SendAsync(Multipart message, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellation);
        return Begin(message, cancellation) is { } waiter ? new ValueTask(waiter.Task) : default;
    }

    /// <summary>As <see cref="SendAsync"/>, blocking the calling thread while it waits.</summary>
    public void Send(Multipart message, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Begin(message, cancellation)?.Task.GetAwaiter().GetResult();
    }

    /// <summary>Queues a message if that is possible without waiting; false when a peer's high-water mark is reached.</summary>
    /// <exception cref="InvalidOperationException">It is not this socket's turn to send (REQ, REP), or it never is (SUB).</exception>
    public bool TrySend(Multipart message)
    {
        CheckMessage(message);
        lock (Gate)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Admit(message, mayWait: false, out _);
        }
    }

    /// <summary>The next message, of whichever peer; waits for it.</summary>
    /// <exception cref="InvalidOperationException">It is not this socket's turn to receive (REQ, REP), or it never is (PUB).</exception>
    /// <exception cref="ObjectDisposedException">The socket was disposed before or meanwhile.</exception>
    public ValueTask<Multipart> ReceiveAsync(CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled<Multipart>(cancellation);
        return TakeOrWait(cancellation, out var waiter) is { } message
            ? new ValueTask<Multipart>(message)
            : new ValueTask<Multipart>(waiter!.Task);
    }

    /// <summary>As <see cref="ReceiveAsync"/>, blocking the calling thread; needs no pool thread to go on.</summary>
    public Multipart Receive(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return TakeOrWait(cancellation, out var waiter) ?? waiter!.Task.GetAwaiter().GetResult();
    }

    /// <summary>The next message if there is one already.</summary>
    public bool TryReceive([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Multipart? message)
    {
        lock (Gate)
        {
            CheckReceive();
            message = TakeReceived();
        }

        return message is not null;
    }

    /// <summary>Stops receiving, gets queued messages to the peers within <see cref="Linger"/>, closes everything.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        BeginDispose();
        return new ValueTask(_closed.Task);
    }

    /// <summary>As <see cref="DisposeAsync"/>, blocking the calling thread.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        BeginDispose();
        _closed.Task.GetAwaiter().GetResult();
    }

    private static void CheckMessage(Multipart message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Count == 0)
            throw new ArgumentException("The message has no frames; a message is one frame at least, which may be empty", nameof(message));
    }

    private SendWaiter? Begin(Multipart message, CancellationToken cancellation)
    {
        CheckMessage(message);
        lock (Gate)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            Admit(message, mayWait: true, out var waiter);
            if (waiter is not null && cancellation.CanBeCanceled)
                CancelOn(waiter, cancellation);
            return waiter;
        }
    }

    private Multipart? TakeOrWait(CancellationToken cancellation, out ReceiveQueue.Waiter? waiter)
    {
        lock (Gate)
        {
            CheckReceive();
            waiter = null;
            if (TakeReceived() is { } message)
                return message;
            waiter = Received.Wait();
            if (cancellation.CanBeCanceled)
                CancelOn(waiter, cancellation);
            return null;
        }
    }

    private void CancelOn(SendWaiter waiter, CancellationToken cancellation) =>
        waiter.Cancellation = cancellation.UnsafeRegister((_, token) =>
        {
            lock (Gate)
            {
                if (waiter.TrySetCanceled(token))
                    RemoveWaiter(waiter);
            }
        }, null);

    private void CancelOn(ReceiveQueue.Waiter waiter, CancellationToken cancellation) =>
        waiter.Cancellation = cancellation.UnsafeRegister((_, token) =>
        {
            lock (Gate)
                Received.Cancel(waiter, token);
        }, null);
}
