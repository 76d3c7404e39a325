using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>REP: receives one request, sends its reply, and so on in turn; a reply to a peer that left is dropped,
/// and so is one that <see cref="ZmtpSocket.TrySend"/> finds no room for.</summary>
public sealed class RepSocket : ZmtpSocket
{
    private Peer? _asker;
    private Multipart? _envelope;

    internal override SocketKind Kind => SocketKind.Rep;

    private protected override bool Admit(Multipart message, bool mayWait, out SendWaiter? waiter)
    {
        waiter = null;
        if (_envelope is null)
            throw new InvalidOperationException("REP receives and sends in turn: receive a request first");
        if (_asker is { } peer)
        {
            var reply = Reply(_envelope, message);
            if (peer.Waiters.Count > 0 || !peer.HasRoom(this))
            {
                if (!mayWait)
                {
                    // Given up: a peer that asks without reading must not keep the others from their turn.
                    (_envelope, _asker) = (null, null);
                    return false;
                }

                peer.Waiters.Add(waiter = new SendWaiter(reply));
            }
            else
            {
                Push(peer, reply);
            }
        }

        _envelope = null;
        _asker = null;
        return waiter is null;
    }

    private protected override void RemovePeer(Peer peer)
    {
        base.RemovePeer(peer);
        if (_asker == peer)
            _asker = null;
    }

    /// <summary>The envelope of a request ends in an empty frame; what has none is no request.</summary>
    private protected override Multipart? Accept(Peer peer, Multipart message)
    {
        var delimiter = FindDelimiter(message);
        return delimiter >= 0 && delimiter + 1 < message.Count ? message : null;
    }

    private protected override Multipart Taken(Peer peer, Multipart message)
    {
        _envelope = message;
        _asker = peer.Connection is null ? null : peer;
        return message.Slice(FindDelimiter(message) + 1);
    }

    private protected override void CheckReceive()
    {
        base.CheckReceive();
        if (_envelope is not null || Received.HasWaiters)
            throw new InvalidOperationException(
                "REP receives and sends in turn: send the reply to the last request first, and receive once");
    }

    private static Multipart Reply(Multipart request, Multipart reply)
    {
        var head = new ReadOnlyMemory<byte>[FindDelimiter(request) + 1];
        for (var i = 0; i < head.Length; i++)
            head[i] = request[i];
        return reply.Prepend(head);
    }

    private static int FindDelimiter(Multipart message)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message[i].Length == 0)
                return i;
        }

        return -1;
    }
}
