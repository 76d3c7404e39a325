using System.Text;
using Qiansi.Jupyter.Zmtp;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Channels;

/// <summary>One front end's session with a kernel: sockets of its own for shell, control and stdin,
/// so that replies reach the asker alone.</summary>
/// <remarks>It outlives its WebSocket: what comes while there is none is kept, and sent when the same session comes back.
/// Of that the newest <see cref="KeptBytes"/> stay.</remarks>
internal sealed class ClientChannels(string session, Action<string> log) : IAsyncDisposable
{
    private const long KeptBytes = 64L << 20;
    private const int MostKept = 100_000;

    private readonly Lock _gate = new();
    private readonly KeptMessages _kept = new(KeptBytes, MostKept);
    private readonly CellTracker _cells = new();
    private ChannelsSocket? _socket;
    private List<UpstreamChannel> _upstream = [];

    /// <summary>The front end's <c>session_id</c>.</summary>
    public string Session => session;

    /// <summary>Told the id of each cell that ended well.</summary>
    public Action<string>? CellSucceeded { get; init; }

    /// <summary>Told of each question that a cell asks the person there.</summary>
    public Action<KernelMessage>? Questioned { get; init; }

    /// <summary>When the WebSocket left; null while there is one.</summary>
    public DateTime? DetachedAt { get; private set; }

    public bool IsAttached => DetachedAt is null;

    /// <summary>Talks to this process of the kernel from now on.</summary>
    public async Task ConnectAsync(KernelLink link)
    {
        // The kernel sends its questions on stdin to the identity that it knows from shell.
        var identity = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N"));
        var fresh = new List<UpstreamChannel>(3);
        foreach (var channel in (ReadOnlySpan<ChannelName>)[ChannelName.Shell, ChannelName.Control, ChannelName.Stdin])
            fresh.Add(new(channel, link.Connect(channel, identity), link.Signer, DeliverAsync));
        List<UpstreamChannel> old;
        lock (_gate) (old, _upstream) = (_upstream, fresh);
        foreach (var channel in old) await channel.DisposeAsync();
    }

    /// <summary>Keeps what came before the front end did, for its first connection.</summary>
    public void Keep(ChannelName channel, KernelMessage message)
    {
        lock (_gate) _kept.Add(channel, message);
    }

    /// <summary>Sends a front end's message on; never waits.</summary>
    public void Send(ChannelName channel, KernelMessage message)
    {
        if (channel == ChannelName.Shell) _cells.Asked(message);
        UpstreamChannel? target;
        lock (_gate) target = _upstream.Find(c => c.Name == channel);
        if (target is null || !target.Send(message))
            log($"{channel.Text()}: dropped a {message.Head.Type}; the kernel takes no more of them.");
    }

    /// <summary>Takes a message to the front end, or keeps it; waits while the front end is far behind.</summary>
    public async ValueTask DeliverAsync(ChannelName channel, KernelMessage message)
    {
        if (channel == ChannelName.Shell && _cells.Succeeded(message) is { } cell) CellSucceeded?.Invoke(cell);
        if (channel == ChannelName.Stdin) Questioned?.Invoke(message);
        ChannelsSocket? socket;
        lock (_gate)
        {
            socket = _socket;
            if (socket is null) _kept.Add(channel, message);
            else socket.Add(channel, message);
        }
        if (socket is not null) await socket.WaitForRoomAsync();
    }

    /// <summary>A WebSocket takes over; what was kept goes to it first.</summary>
    public void Attach(ChannelsSocket socket)
    {
        ChannelsSocket? before;
        lock (_gate)
        {
            (before, _socket, DetachedAt) = (_socket, socket, null);
            foreach (var (channel, message) in before?.TakeUnsent() ?? []) socket.Add(channel, message);
            foreach (var (channel, message) in _kept.Take()) socket.Add(channel, message);
        }
        before?.Abort("The same session has connected again.");
    }

    /// <summary>The WebSocket has gone; does nothing when another has taken its place.</summary>
    public void Detach(ChannelsSocket socket)
    {
        lock (_gate)
        {
            if (_socket != socket) return;
            foreach (var (channel, message) in socket.TakeUnsent()) _kept.Add(channel, message);
            (_socket, DetachedAt) = (null, DateTime.UtcNow);
        }
    }

    /// <summary>Ends the WebSocket.</summary>
    public void Abort(string reason)
    {
        ChannelsSocket? socket;
        lock (_gate) socket = _socket;
        socket?.Abort(reason);
    }

    public async ValueTask DisposeAsync()
    {
        List<UpstreamChannel> channels;
        lock (_gate) (channels, _upstream) = (_upstream, []);
        foreach (var channel in channels) await channel.DisposeAsync();
    }
}
