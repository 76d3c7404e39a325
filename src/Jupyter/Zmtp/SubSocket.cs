using System.Text;
using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>SUB: receives what publishers send under the prefixes it subscribed to; none at first.</summary>
public sealed class SubSocket : ZmtpSocket
{
    private const int MaxPendingCommands = 1024 * 1024;
    private readonly SubscriptionSet _subscriptions = new();

    internal override SocketKind Kind => SocketKind.Sub;

    /// <summary>Subscribes to messages whose first frame begins with a prefix; the empty one is all messages. May be called at any time,
    /// and more than once.</summary>
    public void Subscribe(ReadOnlySpan<byte> prefix)
    {
        lock (Gate)
        {
            CheckAnnounce(prefix);
            if (_subscriptions.Add(prefix))
                Announce(prefix, subscribe: true);
        }
    }

    /// <summary>Subscribes to a prefix in UTF-8.</summary>
    public void Subscribe(string prefix = "") => Subscribe(Encoding.UTF8.GetBytes(prefix));

    /// <summary>Takes back one subscription; one never made is ignored.</summary>
    public void Unsubscribe(ReadOnlySpan<byte> prefix)
    {
        lock (Gate)
        {
            CheckAnnounce(prefix);
            if (_subscriptions.Remove(prefix))
                Announce(prefix, subscribe: false);
        }
    }

    /// <summary>Takes back one subscription to a prefix in UTF-8.</summary>
    public void Unsubscribe(string prefix = "") => Unsubscribe(Encoding.UTF8.GetBytes(prefix));

    private protected override bool Admit(Multipart message, bool mayWait, out SendWaiter? waiter) =>
        throw new InvalidOperationException("A SUB socket only receives; send with PUB");

    private protected override Connection? AddPeer(Peer peer)
    {
        for (var i = 0; i < _subscriptions.Count; i++)
            Write(peer, _subscriptions[i].Span, subscribe: true);
        return null;
    }

    /// <summary>Messages under way while a subscription was taken back are not shown any more.</summary>
    private protected override Multipart? Accept(Peer peer, Multipart message) =>
        _subscriptions.Matches(message[0].Span) ? message : null;

    private void Announce(ReadOnlySpan<byte> prefix, bool subscribe)
    {
        foreach (var peer in Ready)
        {
            Write(peer, prefix, subscribe);
            IoThread.Shared.Signal(peer.Connection!);
        }
    }

    private void CheckAnnounce(ReadOnlySpan<byte> prefix)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        foreach (var peer in Ready)
        {
            if (peer.Commands.Count + prefix.Length > MaxPendingCommands)
            {
                throw new InvalidOperationException($"A publisher has not taken {peer.Commands.Count:N0} bytes of subscriptions yet; "
                    + "subscribe less often, or to shorter prefixes");
            }
        }
    }

    private static void Write(Peer peer, ReadOnlySpan<byte> prefix, bool subscribe)
    {
        if (peer.MinorVersion > 0)
        {
            Command.Write(peer.Commands, subscribe ? "SUBSCRIBE"u8 : "CANCEL"u8, prefix);
            return;
        }

        Span<byte> header = stackalloc byte[FrameHeader.MaxLength];
        peer.Commands.Append(header[..FrameHeader.Write(header, 0, 1 + prefix.Length)]);
        peer.Commands.Append(1)[0] = subscribe ? (byte)1 : (byte)0;
        peer.Commands.Append(prefix);
    }
}
