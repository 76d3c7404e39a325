using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>REQ: sends one request, receives its reply, and so on in turn.</summary>
/// <remarks>
/// Unlike libzmq's, it does not wait for ever for a peer that left with the request: receiving then throws <see cref="ZmtpException"/>,
/// and the next request may be sent.
/// </remarks>
public sealed class ReqSocket : RoundRobinSocket
{
    private Peer? _asked;
    private bool _isWaitingForReply;
    private bool _isReplyQueued;
    private bool _isLost;

    internal override SocketKind Kind => SocketKind.Req;

    private protected override bool Admit(Multipart message, bool mayWait, out SendWaiter? waiter)
    {
        if (_isWaitingForReply && !_isLost)
            throw new InvalidOperationException("REQ sends and receives in turn: receive the reply to the last request first");
        waiter = null;
        _isLost = false;
        var isSent = Dispatch(message.Prepend(ReadOnlyMemory<byte>.Empty), mayWait, out waiter);
        _isWaitingForReply = isSent || waiter is not null;
        return isSent;
    }

    private protected override void OnDispatched(Peer peer)
    {
        _asked = peer;
        _isReplyQueued = false;
    }

    private protected override void RemoveWaiter(SendWaiter waiter)
    {
        base.RemoveWaiter(waiter);
        _isWaitingForReply = false;
    }

    private protected override void RemovePeer(Peer peer)
    {
        // A request that has not left yet leaves with the next connection.
        if (peer != _asked || _isReplyQueued || (peer.Connector is not null && peer.OutboundCount > 0))
            return;
        _asked = null;
        _isLost = true;
        if (!Received.HasWaiters)
            return;
        Received.Fail(Lost());
        _isLost = false;
        _isWaitingForReply = false;
    }

    private protected override Multipart? Accept(Peer peer, Multipart message)
    {
        if (peer != _asked || _isReplyQueued || message[0].Length != 0 || message.Count < 2)
            return null;
        _isReplyQueued = true;
        return message.Slice(1);
    }

    private protected override Multipart Taken(Peer peer, Multipart message)
    {
        _asked = null;
        _isWaitingForReply = false;
        return message;
    }

    private protected override void CheckReceive()
    {
        base.CheckReceive();
        if (!_isWaitingForReply || Received.HasWaiters)
            throw new InvalidOperationException("REQ sends and receives in turn: send a request first, and receive its reply once");
        if (!_isLost)
            return;
        _isLost = false;
        _isWaitingForReply = false;
        throw Lost();
    }

    private static ZmtpException Lost() => new("The peer that got the request closed the connection before it replied; send it again");
}
