using Qiansi.Jupyter.Zmtp.Io;

namespace Qiansi.Jupyter.Zmtp;

/// <summary>What DEALER and REQ share: an identity, and sending to the peers in turn.</summary>
/// <remarks>Ready peers come first; while there is none, messages queue for endpoints that are still being connected to.</remarks>
public abstract class RoundRobinSocket : ZmtpSocket
{
    private readonly List<SendWaiter> _waiters = [];
    private byte[] _identity = [];
    private int _next;

    private protected RoundRobinSocket()
    {
    }

    /// <summary>The id a ROUTER shall know this socket by: up to 255 bytes, the first not 0; empty lets the ROUTER choose.</summary>
    /// <exception cref="ArgumentException">It is no such id.</exception>
    public ReadOnlyMemory<byte> Identity
    {
        get => _identity;
        set
        {
            if (value.Length > byte.MaxValue || (value.Length > 0 && value.Span[0] == 0))
                throw new ArgumentException(
                    $"An identity has up to 255 bytes and does not begin with 0; this one has {value.Length}", nameof(value));
            _identity = value.ToArray();
        }
    }

    internal override byte[] IdentityBytes => _identity;

    private protected bool Dispatch(Multipart message, bool mayWait, out SendWaiter? waiter)
    {
        waiter = null;
        if (_waiters.Count == 0 && NextWithRoom() is { } peer)
        {
            OnDispatched(peer);
            Push(peer, message);
            return true;
        }

        if (mayWait)
            _waiters.Add(waiter = new SendWaiter(message));
        return false;
    }

    /// <summary>A message goes to this peer.</summary>
    private protected virtual void OnDispatched(Peer peer)
    {
    }

    private protected override void OnRoom(Peer peer)
    {
        while (_waiters.Count > 0 && NextWithRoom() is { } next)
        {
            var waiter = _waiters[0];
            _waiters.RemoveAt(0);
            OnDispatched(next);
            Push(next, waiter.Message);
            waiter.Release();
        }
    }

    /// <summary>What is queued for an endpoint waits for its next connection.</summary>
    private protected override void RemovePeer(Peer peer)
    {
    }

    private protected override void RemoveWaiter(SendWaiter waiter) => _waiters.Remove(waiter);

    private protected override void FailWaiters(Exception exception) => FailAll(_waiters, exception);

    private Peer? NextWithRoom() => NextWithRoom(Ready) ?? (Ready.Count == 0 ? NextWithRoom(Connecting) : null);

    private Peer? NextWithRoom(List<Peer> peers)
    {
        for (var tried = 0; tried < peers.Count; tried++)
        {
            var peer = peers[(int)((uint)_next++ % (uint)peers.Count)];
            if (peer.HasRoom(this))
                return peer;
        }

        return null;
    }
}
