using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>The front ends of one kernel, those whose connection broke included.</summary>
internal sealed class ClientSet(Action<string> log) : IAsyncDisposable
{
    // A page that was reloaded has a new session; its old one never comes back.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(2);

    // A page that is being closed gets messages that it can neither show nor save.
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly CellRuns _runs = new();
    private List<ClientChannels> _clients = [];
    private bool _isEnded;

    /// <summary>Told of a cell that came to its end with no page to show it; answers how its outputs have
    /// come into the file, or null.</summary>
    public Func<CellRun, Task<FileChange?>>? Unseen { get; set; }

    /// <summary>Those with a connection.</summary>
    public int Attached => Snapshot().Count(c => c.IsAttached);

    /// <summary>A WebSocket joins: a session that was here before goes on, another is made.</summary>
    public async Task<ClientChannels> AttachAsync(
        string session, ChannelsSocket socket, Func<ClientChannels, Task> connect, Action<string> cellSucceeded)
    {
        ClientChannels? client;
        var isNew = false;
        lock (_gate)
        {
            client = session.Length == 0 ? null : _clients.Find(c => c.Session == session);
            if (client is null)
            {
                client = new(session, log) { CellSucceeded = cellSucceeded, Questioned = Questioned };
                isNew = true;
                _runs.Join(client);
                // Copied on change: what is published is on its way to all of a list without a lock.
                if (!_isEnded) _clients = [.. _clients, client];
            }
        }
        if (isNew) await connect(client);
        client.Attach(socket);
        if (isNew) await ForgetAsync();
        return client;
    }

    /// <summary>A WebSocket has left.</summary>
    public async Task DetachAsync(ClientChannels client, ChannelsSocket socket)
    {
        client.Detach(socket);
        bool isNeeded;
        IReadOnlyList<CellRun> left;
        lock (_gate) (isNeeded, left) = (_runs.IsNeeded(client), _runs.Left());
        foreach (var run in left) await SettleAsync(run);
        if (client.Session.Length == 0 && !client.IsAttached && !isNeeded) await RemoveAsync([client]);
    }

    /// <summary>All talk to this process from now on.</summary>
    public async Task ConnectAllAsync(KernelLink link)
    {
        foreach (var client in Snapshot()) await client.ConnectAsync(link);
    }

    /// <summary>Takes a front end's message to the kernel: an answer by the channels by which the cell has asked.</summary>
    public void Send(ClientChannels client, ChannelName channel, KernelMessage message)
    {
        var sender = client;
        lock (_gate)
        {
            if (channel == ChannelName.Shell) _runs.Asked(client, message);
            else if (channel == ChannelName.Stdin) sender = _runs.Answered(message) ?? client;
        }
        sender.Send(channel, message);
    }

    /// <summary>Takes a message to all.</summary>
    public async ValueTask PublishAsync(KernelMessage message)
    {
        List<ClientChannels> clients;
        CellRun? ended;
        // In one step: whoever joins gets a message either with what it missed, or now.
        lock (_gate) (clients, ended) = (_clients, _runs.Observe(message));
        foreach (var client in clients) await client.DeliverAsync(ChannelName.Iopub, message);
        if (ended is not null) await SettleAsync(ended);
    }

    /// <summary>The process has ended, and with it whatever it ran.</summary>
    public async Task EndRunsAsync()
    {
        IReadOnlyList<CellRun> ended;
        lock (_gate) ended = _runs.EndAll();
        foreach (var run in ended) await SettleAsync(run);
    }

    public async ValueTask DisposeAsync()
    {
        List<ClientChannels> clients;
        lock (_gate) (_isEnded, clients, _clients) = (true, _clients, []);
        foreach (var client in clients)
        {
            client.Abort("The kernel was shut down.");
            await client.DisposeAsync();
        }
    }

    private void Questioned(KernelMessage question)
    {
        lock (_gate) _runs.Questioned(question);
    }

    /// <summary>A page that shows a cell's outputs saves them with its notebook; where there is none, they go into the file now.</summary>
    private async Task SettleAsync(CellRun run)
    {
        lock (_gate)
        {
            if (run.IsFollowed)
            {
                run.IsSeen = true;
                _ = ForgetLaterAsync(run);
            }

            if (run.IsSeen || Unseen is null) return;
        }
        if (await Unseen(run) is not { } change) return;
        lock (_gate) run.Saved = (change, DateTime.UtcNow);
        await PublishAsync(ServerMessage.Saved(change));
    }

    private async Task ForgetLaterAsync(CellRun run)
    {
        await Task.Delay(Leaving);
        lock (_gate) _runs.Forget(run);
    }

    private List<ClientChannels> Snapshot()
    {
        lock (_gate) return _clients;
    }

    private Task ForgetAsync()
    {
        List<ClientChannels> leaving;
        lock (_gate)
            leaving = [.. _clients.Where(c => c.DetachedAt is { } left && DateTime.UtcNow - left > Forgotten && !_runs.IsNeeded(c))];
        return RemoveAsync(leaving);
    }

    private async Task RemoveAsync(List<ClientChannels> leaving)
    {
        if (leaving.Count == 0) return;
        lock (_gate) _clients = [.. _clients.Except(leaving)];
        foreach (var client in leaving) await client.DisposeAsync();
    }
}
