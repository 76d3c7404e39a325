using System.Buffers.Binary;
using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>ROUTER: the first frame of every message is the routing id of the peer it came from or goes to.</summary>
/// <remarks>
/// A message to an id nobody has is dropped, as by libzmq. A new peer with the identity of another takes its place (libzmq's
/// ROUTER_HANDOVER), so that a client whose old connection died unnoticed can come back.
/// </remarks>
public sealed class RouterSocket : ZmtpSocket
{
    private readonly Dictionary<RoutingKey, Peer> _byId = [];
    private uint _lastGenerated = (uint)Random.Shared.Next();

    /// <summary>Whether sending to an id nobody has throws <see cref="ZmtpException"/> instead of dropping. Default false.</summary>
    public bool Mandatory { get; set; }

    internal override SocketKind Kind => SocketKind.Router;

    private protected override bool Admit(Multipart message, bool mayWait, out SendWaiter? waiter)
    {
        waiter = null;
        if (!_byId.TryGetValue(new RoutingKey(message[0]), out var peer))
        {
            if (Mandatory)
                throw new ZmtpException($"No peer has the routing id of {message[0].Length} bytes "
                    + $"0x{Convert.ToHexString(message[0].Span)}; it has left or never was");
            return true;
        }

        var body = message.Slice(1);
        if (body.Count == 0)
            throw new ArgumentException("The message is a routing id alone; add the frames to send", nameof(message));
        if (peer.Waiters.Count == 0 && peer.HasRoom(this))
        {
            Push(peer, body);
            return true;
        }

        if (mayWait)
            peer.Waiters.Add(waiter = new SendWaiter(body));
        return false;
    }

    private protected override Connection? AddPeer(Peer peer)
    {
        if (peer.RoutingId.Length == 0)
        {
            // As libzmq's: a zero, which no chosen identity begins with, and a counter.
            peer.RoutingId = new byte[5];
            BinaryPrimitives.WriteUInt32BigEndian(peer.RoutingId.AsSpan(1), ++_lastGenerated);
        }

        var key = new RoutingKey(peer.RoutingId);
        var displaced = _byId.GetValueOrDefault(key)?.Connection;
        _byId[key] = peer;
        return displaced;
    }

    private protected override void RemovePeer(Peer peer)
    {
        base.RemovePeer(peer);
        var key = new RoutingKey(peer.RoutingId);
        if (_byId.GetValueOrDefault(key) == peer)
            _byId.Remove(key);
    }

    private protected override Multipart Accept(Peer peer, Multipart message) => message.Prepend(peer.RoutingId);
}
