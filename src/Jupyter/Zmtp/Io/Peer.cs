using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>
/// One other end as the socket sees it: its queue and its standing. It outlives a connection when we are who connects. All of it is
/// guarded by the socket's gate.
/// </summary>
internal sealed class Peer(Connector? connector)
{
    private readonly Queue<Multipart> _outbound = [];

    /// <summary>Who re-establishes the connection; null when the peer connected to us.</summary>
    internal Connector? Connector { get; } = connector;

    /// <summary>The live connection; null while there is none or its handshake is under way.</summary>
    internal Connection? Connection { get; set; }

    internal SocketKind Kind { get; set; }

    /// <summary>0 for a peer of ZMTP 3.0.</summary>
    internal int MinorVersion { get; set; }

    /// <summary>The id a ROUTER knows it by.</summary>
    internal byte[] RoutingId { get; set; } = [];

    /// <summary>What it subscribed to, when we publish.</summary>
    internal SubscriptionSet? Subscriptions { get; set; }

    /// <summary>Commands to be sent between messages.</summary>
    internal ByteBuffer Commands { get; } = new();

    internal int OutboundCount => _outbound.Count;

    internal long OutboundBytes { get; private set; }

    /// <summary>Messages from it that wait in the receive queue.</summary>
    internal int Unread { get; set; }

    internal long UnreadBytes { get; set; }

    /// <summary>Whether it connected to us and has left.</summary>
    internal bool IsGone { get; set; }

    /// <summary>Whether reading from it has stopped until the receive queue has room.</summary>
    internal bool IsReadPaused { get; set; }

    /// <summary>Senders that wait for room in its queue, first come first served.</summary>
    internal List<SendWaiter> Waiters { get; } = [];

    /// <summary>When it last made room or its first waiter came, for telling a stalled subscriber.</summary>
    internal long WaitingSince { get; set; } = Pollable.Never;

    internal bool HasRoom(ZmtpSocket owner) =>
        _outbound.Count < owner.SendHighWaterMark && OutboundBytes < owner.SendHighWaterMarkBytes;

    internal void Enqueue(Multipart message)
    {
        _outbound.Enqueue(message);
        OutboundBytes += message.ByteCount;
    }

    internal Multipart? Dequeue()
    {
        if (!_outbound.TryDequeue(out var message))
            return null;
        OutboundBytes -= message.ByteCount;
        return message;
    }

    internal void ClearOutbound()
    {
        _outbound.Clear();
        OutboundBytes = 0;
    }
}
