using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>The front ends of one kernel, those whose connection broke included.</summary>
internal sealed class ClientSet(Action<string> log) : IAsyncDisposable
{
    // A page that was reloaded has a new session; its old one never comes back.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private List<ClientChannels> _clients = [];
    private bool _isEnded;

    /// <summary>Those with a connection.</summary>
    public int Attached => Snapshot().Count(c => c.IsAttached);

    /// <summary>A WebSocket joins: a session that was here before goes on, another is made.</summary>
    public async Task<ClientChannels> AttachAsync(string session, ChannelsSocket socket, Func<ClientChannels, Task> connect, Action<string> cellSucceeded)
    {
        ClientChannels? client;
        var isNew = false;
        lock (_gate)
        {
            client = session.Length == 0 ? null : _clients.Find(c => c.Session == session);
            if (client is null)
            {
                client = new(session, log) { CellSucceeded = cellSucceeded };
                isNew = true;
                // Copied on change: what is published goes through the list without a lock.
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
        if (client.Session.Length == 0 && !client.IsAttached) await RemoveAsync([client]);
    }

    /// <summary>All talk to this process from now on.</summary>
    public async Task ConnectAllAsync(KernelLink link)
    {
        foreach (var client in Snapshot()) await client.ConnectAsync(link);
    }

    /// <summary>Takes a message to all.</summary>
    public async ValueTask PublishAsync(KernelMessage message)
    {
        foreach (var client in Snapshot()) await client.DeliverAsync(ChannelName.Iopub, message);
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

    private List<ClientChannels> Snapshot()
    {
        lock (_gate) return _clients;
    }

    private Task ForgetAsync() => RemoveAsync([.. Snapshot().Where(c => c.DetachedAt is { } left && DateTime.UtcNow - left > Forgotten)]);

    private async Task RemoveAsync(List<ClientChannels> leaving)
    {
        if (leaving.Count == 0) return;
        lock (_gate) _clients = [.. _clients.Except(leaving)];
        foreach (var client in leaving) await client.DisposeAsync();
    }
}
