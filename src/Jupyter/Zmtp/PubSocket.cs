using Qiansi.Jupyter.Zmtp.Io;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>What a PUB socket does with a message for a subscriber whose high-water mark is reached.</summary>
public enum SlowSubscriberPolicy
{
    /// <summary>That subscriber does not get the message; libzmq's default.</summary>
    Drop,

    /// <summary>Sending waits; a subscriber that takes no message for
    /// <see cref="PubSocket.SlowSubscriberTimeout"/> is disconnected.</summary>
    WaitThenDisconnect,
}

/// <summary>PUB: every message goes to all subscribers of a prefix of its first frame.</summary>
public sealed class PubSocket : ZmtpSocket
{
    private const int MaxSubscriptions = 4096;
    private long _dropped;

    /// <summary>What happens to a message for a subscriber that does not keep up.
    /// Default <see cref="SlowSubscriberPolicy.Drop"/>.</summary>
    public SlowSubscriberPolicy SlowSubscriber { get; set; }

    /// <summary>How long <see cref="SlowSubscriberPolicy.WaitThenDisconnect"/> waits for a subscriber to take one message.
    /// Default 10 s.</summary>
    public TimeSpan SlowSubscriberTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Makes the message a subscriber gets, alone and first, when it subscribes to a prefix anew, from that prefix (libzmq:
    /// XPUB_WELCOME_MSG; Jupyter:
    /// iopub_welcome). Called on the I/O thread: it must be quick and must not block. Null result or null property: no message.
    /// </summary>
    public Func<ReadOnlyMemory<byte>, Multipart?>? Welcome { get; set; }

    /// <summary>Messages that <see cref="SlowSubscriberPolicy.Drop"/> has dropped, counted once for each subscriber.</summary>
    public long DroppedCount => Interlocked.Read(ref _dropped);

    /// <summary>Subscriptions of all subscribers together.</summary>
    public int SubscriptionCount
    {
        get
        {
            lock (Gate)
            {
                var count = 0;
                foreach (var peer in Ready)
                    count += peer.Subscriptions?.Count ?? 0;
                return count;
            }
        }
    }

    internal override SocketKind Kind => SocketKind.Pub;

    internal override TimeSpan StallTimeout => SlowSubscriberTimeout;

    internal override long StallDeadline(Peer peer)
    {
        lock (Gate)
        {
            return peer.WaitingSince == Pollable.Never
                ? Pollable.Never
                : peer.WaitingSince + Math.Min((long)SlowSubscriberTimeout.TotalMilliseconds, int.MaxValue);
        }
    }

    internal override void OnSubscribe(Peer peer, ReadOnlyMemory<byte> topic)
    {
        // Subscriptions change on this thread only. The user's code runs outside the gate, so that it may use the socket, and before the
        // subscription counts, so that the welcome is the first message.
        var isNew = !peer.Subscriptions!.Contains(topic.Span);
        var welcome = isNew ? Welcome?.Invoke(topic) : null;
        lock (Gate)
        {
            peer.Subscriptions.Add(topic.Span);
            if (peer.Subscriptions.Count > MaxSubscriptions)
                throw new ZmtpException($"the subscriber has more than {MaxSubscriptions:N0} subscriptions");
            if (welcome is not { Count: > 0 })
                return;
            if (!peer.HasRoom(this))
                throw new ZmtpException("the subscriber subscribes, and is welcomed, without reading");
            Push(peer, welcome);
        }
    }

    internal override void OnCancel(Peer peer, ReadOnlyMemory<byte> topic)
    {
        lock (Gate)
            peer.Subscriptions!.Remove(topic.Span);
    }

    private protected override Connection? AddPeer(Peer peer)
    {
        peer.Subscriptions = new SubscriptionSet();
        return null;
    }

    private protected override bool Admit(Multipart message, bool mayWait, out SendWaiter? waiter)
    {
        waiter = null;
        var topic = message[0].Span;
        if (SlowSubscriber == SlowSubscriberPolicy.WaitThenDisconnect && !mayWait && !AllHaveRoom(topic))
            return false;

        foreach (var peer in Ready)
        {
            if (!peer.Subscriptions!.Matches(topic))
                continue;
            if (peer.Waiters.Count == 0 && peer.HasRoom(this))
                Push(peer, message);
            else if (SlowSubscriber == SlowSubscriberPolicy.Drop)
                Interlocked.Increment(ref _dropped);
            else
                AddWaiter(peer, message, ref waiter);
        }

        return waiter is null;
    }

    private protected override void CheckReceive() =>
        throw new InvalidOperationException("A PUB socket only sends; receive with SUB");

    private static void AddWaiter(Peer peer, Multipart message, ref SendWaiter? waiter)
    {
        if (waiter is null)
            waiter = new SendWaiter(message);
        else
            waiter.Remaining++;
        peer.Waiters.Add(waiter);
        if (peer.Waiters.Count > 1)
            return;
        peer.WaitingSince = Environment.TickCount64;
        if (peer.Connection is { } connection)
            IoThread.Shared.Signal(connection);
    }

    private bool AllHaveRoom(ReadOnlySpan<byte> topic)
    {
        foreach (var peer in Ready)
        {
            if (peer.Subscriptions!.Matches(topic) && !(peer.Waiters.Count == 0 && peer.HasRoom(this)))
                return false;
        }

        return true;
    }
}
