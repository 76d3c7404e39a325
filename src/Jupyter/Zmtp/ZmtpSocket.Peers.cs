using System.Net.Sockets;
using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <content>The side that faces the I/O thread: peers come, go, deliver and make room. State is guarded by the gate.</content>
public abstract partial class ZmtpSocket
{
    private const int MaxPendingFaults = 64;

    // Connections accepted, and those gone whose messages still wait: else peers that come, send and go could fill the memory.
    private int _accepted;
    private int _pendingFaults;

    /// <summary>Peers whose handshake is complete, in the order it was.</summary>
    private protected List<Peer> Ready { get; } = [];

    /// <summary>Peers we connect to that are not ready yet, or not any more.</summary>
    private protected List<Peer> Connecting { get; } = [];

    internal virtual TimeSpan StallTimeout => Timeout.InfiniteTimeSpan;

    /// <summary>When a peer that takes no message is cut off.</summary>
    internal virtual long StallDeadline(Peer peer) => Pollable.Never;

    /// <summary>Starts a pollable, or has it close again when the socket is disposed meanwhile.</summary>
    internal void Track(Pollable pollable)
    {
        lock (Gate)
            _open.Add(pollable);
        IoThread.Shared.Signal(pollable);
    }

    internal void OnAccepted(Socket stream, string remote)
    {
        bool isFull;
        lock (Gate)
        {
            isFull = _accepted >= MaxConnections;
            if (!isFull)
                _accepted++;
        }

        if (isFull)
        {
            stream.Dispose();
            ReportFault(remote, new ZmtpException($"turned away: {MaxConnections:N0} connections are open, which is MaxConnections"));
            return;
        }

        Track(new Connection(this, stream, new Peer(null), remote));
    }

    internal void OnReady(Connection connection, PeerProtocol protocol)
    {
        var peer = connection.Peer;
        Connection? displaced;
        lock (Gate)
        {
            peer.Connection = connection;
            peer.Kind = protocol.Remote;
            peer.MinorVersion = protocol.RemoteMinorVersion;
            peer.RoutingId = protocol.RemoteIdentity;
            peer.IsReadPaused = false;
            peer.Commands.Take();
            displaced = AddPeer(peer);
            Connecting.Remove(peer);
            Ready.Add(peer);
            OnRoom(peer);
        }

        displaced?.Close(new ZmtpException($"replaced by a newer connection of the same identity of {peer.RoutingId.Length} bytes"));
    }

    internal void OnConnectionClosed(Connection connection)
    {
        var peer = connection.Peer;
        lock (Gate)
        {
            peer.IsGone = peer.Connector is null;
            if (peer.IsGone && peer.Unread == 0)
                _accepted--;
            if (peer.Connection == connection)
            {
                peer.Connection = null;
                Ready.Remove(peer);
                if (peer.Connector is not null)
                    Connecting.Add(peer);
                RemovePeer(peer);
            }
        }

        OnClosed(connection);
    }

    internal void OnClosed(Pollable pollable)
    {
        lock (Gate)
        {
            _open.Remove(pollable);
            if (pollable is Connector connector)
                Connecting.Remove(connector.Peer);
            if (IsDisposed && _open.Count == 0)
                _closed.TrySetResult();
        }
    }

    /// <summary>A message came: to who waits for one, else into the queue, which may stop the reading.</summary>
    internal void Deliver(Peer peer, Multipart message)
    {
        lock (Gate)
        {
            if (IsDisposed || Accept(peer, message) is not { } accepted)
                return;
            if (Received.HasWaiters)
            {
                Received.Hand(Taken(peer, accepted));
                return;
            }

            accepted.Source = peer;
            peer.Unread++;
            peer.UnreadBytes += accepted.ByteCount;
            peer.IsReadPaused = peer.Unread >= ReceiveHighWaterMark || peer.UnreadBytes >= ReceiveHighWaterMarkBytes;
            Received.Put(accepted);
        }
    }

    internal virtual void OnSubscribe(Peer peer, ReadOnlyMemory<byte> topic)
    {
    }

    internal virtual void OnCancel(Peer peer, ReadOnlyMemory<byte> topic)
    {
    }

    internal bool HasOutbound(Peer peer)
    {
        lock (Gate)
            return peer.OutboundCount > 0;
    }

    internal Multipart? TakeOutbound(Peer peer)
    {
        lock (Gate)
        {
            var message = peer.Dequeue();
            if (message is not null)
                OnRoom(peer);
            return message;
        }
    }

    internal ReadOnlyMemory<byte> TakeCommands(Peer peer)
    {
        lock (Gate)
            return peer.Commands.Take();
    }

    internal void ReportFault(string remote, ZmtpException fault)
    {
        if (PeerFaulted is not { } handler || Interlocked.Increment(ref _pendingFaults) > MaxPendingFaults)
        {
            // A flood of bad peers must not become a flood of work.
            if (PeerFaulted is not null)
                Interlocked.Decrement(ref _pendingFaults);
            return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ =>
        {
            Interlocked.Decrement(ref _pendingFaults);
            handler(new ZmtpException($"{Kind.Display()} socket, peer {remote}: {fault.Message}", fault.InnerException));
        }, null);
    }

    /// <summary>Sends or queues a message; false when it cannot be without waiting, then with a waiter if one may wait.</summary>
    private protected abstract bool Admit(Multipart message, bool mayWait, out SendWaiter? waiter);

    /// <summary>A peer is ready. Returns the older connection that must make place for it, if any.</summary>
    private protected virtual Connection? AddPeer(Peer peer) => null;

    /// <summary>A ready peer is gone; a peer we connect to may come back. What was meant for it is dropped.</summary>
    private protected virtual void RemovePeer(Peer peer)
    {
        peer.ClearOutbound();
        foreach (var waiter in peer.Waiters)
            waiter.Release();
        peer.Waiters.Clear();
        peer.WaitingSince = Pollable.Never;
    }

    /// <summary>The message as the user shall see it, or null when it is not for them.</summary>
    private protected virtual Multipart? Accept(Peer peer, Multipart message) => message;

    /// <summary>The message goes to the user now.</summary>
    private protected virtual Multipart Taken(Peer peer, Multipart message) => message;

    /// <exception cref="InvalidOperationException">It is not this socket's turn to receive.</exception>
    private protected virtual void CheckReceive() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    /// <summary>A peer's queue has room, or a new peer has come: let senders in that wait.</summary>
    private protected virtual void OnRoom(Peer peer)
    {
        while (peer.Waiters.Count > 0 && peer.HasRoom(this))
        {
            var waiter = peer.Waiters[0];
            peer.Waiters.RemoveAt(0);
            Push(peer, waiter.Message);
            waiter.Release();
        }

        peer.WaitingSince = peer.Waiters.Count > 0 ? Environment.TickCount64 : Pollable.Never;
    }

    private protected virtual void RemoveWaiter(SendWaiter waiter)
    {
        foreach (var peer in Ready)
            peer.Waiters.Remove(waiter);
        foreach (var peer in Connecting)
            peer.Waiters.Remove(waiter);
    }

    private protected virtual void FailWaiters(Exception exception)
    {
        foreach (var peer in Ready)
            FailAll(peer.Waiters, exception);
        foreach (var peer in Connecting)
            FailAll(peer.Waiters, exception);
    }

    private protected static void FailAll(List<SendWaiter> waiters, Exception exception)
    {
        foreach (var waiter in waiters)
            waiter.Fail(exception);
        waiters.Clear();
    }

    private protected static void Push(Peer peer, Multipart message)
    {
        peer.Enqueue(message);
        if (peer.Connection is { } connection)
            IoThread.Shared.Signal(connection);
    }

    private protected Multipart? TakeReceived()
    {
        if (Received.Take() is not { } message)
            return null;
        var peer = message.Source!;
        message.Source = null;
        peer.Unread--;
        peer.UnreadBytes -= message.ByteCount;
        if (peer.IsGone && peer.Unread == 0)
            _accepted--;
        if (peer.IsReadPaused && peer.Unread <= ReceiveHighWaterMark / 2 && peer.UnreadBytes <= ReceiveHighWaterMarkBytes / 2)
        {
            peer.IsReadPaused = false;
            if (peer.Connection is { } connection)
                IoThread.Shared.Signal(connection);
        }

        return Taken(peer, message);
    }

    private void BeginDispose()
    {
        lock (Gate)
        {
            if (IsDisposed)
                return;
            IsDisposed = true;
            LingerDeadline = Pollable.After(Linger);
            var exception = new ObjectDisposedException(GetType().Name);
            FailWaiters(exception);
            Received.Fail(exception);
            foreach (var pollable in _open)
                IoThread.Shared.Signal(pollable);
            if (_open.Count == 0)
                _closed.TrySetResult();
        }
    }
}
