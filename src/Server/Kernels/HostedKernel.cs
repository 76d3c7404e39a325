using Qiansi.Jupyter.Client;
using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>A kernel of the server: an id that stays while processes come and go, and the front ends that talk to it.</summary>
internal sealed class HostedKernel(
    string id, KernelOffer offer, string folder, string? sessionName, KernelStarter starter, Action<string> log) : IAsyncDisposable
{
    private const int MostRestarts = 5;
    private static readonly TimeSpan RestartWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LetGo = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan EndGrace = TimeSpan.FromMilliseconds(600);

    private readonly ClientSet _clients = new(log);
    private readonly KernelState _state = new();
    private readonly SemaphoreSlim _lifecycle = new(1);
    private readonly Queue<DateTime> _deaths = new();
    private readonly CancellationTokenSource _ending = new();
    private Task _oldEnds = Task.CompletedTask;
    private KernelLink? _link;

    public string Id => id;

    public string Name => offer.Name;

    public KernelState State => _state;

    public int Connections => _clients.Attached;

    /// <summary>Id of the process, for tests and logs; null while there is none.</summary>
    public int? ProcessId => _link?.ProcessId;

    /// <summary>Told the id of each cell that ended well.</summary>
    public Action<HostedKernel, string>? CellSucceeded { get; set; }

    /// <summary>Told of each cell that came to its end with no page to show it; answers how its outputs have
    /// come into the file, or null.</summary>
    public Func<HostedKernel, CellRun, Task<FileChange?>>? CellUnseen
    {
        init => _clients.Unseen = value is null ? null : run => value(this, run);
    }

    /// <summary>Starts the process.</summary>
    /// <exception cref="KernelStartException">It did not start.</exception>
    public async Task StartAsync(CancellationToken cancellation) =>
        await UseAsync(await starter.StartAsync(offer, folder, sessionName, cancellation));

    public async Task InterruptAsync(CancellationToken cancellation)
    {
        if (_link is { } link) await link.InterruptAsync(cancellation);
    }

    /// <summary>Puts a fresh process in the place of this one; front ends stay connected.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        await _lifecycle.WaitAsync(cancellation);
        try
        {
            if (_ending.IsCancellationRequested) return;
            _deaths.Clear();
            _state.Set("restarting");
            var old = Interlocked.Exchange(ref _link, null);
            await _clients.EndRunsAsync();
            // A moment for it to let go of files and ports; then it ends while the new one is in use already.
            _oldEnds = Task.WhenAll(_oldEnds, old?.EndAsync(EndGrace) ?? Task.CompletedTask);
            await Task.WhenAny(_oldEnds, Task.Delay(LetGo, cancellation));
            await UseAsync(await starter.StartAsync(offer, folder, sessionName, cancellation));
        }
        catch (KernelStartException)
        {
            await DeclareDeadAsync();
            throw;
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>The kernel is about to be ended: what its cells have put out so far is all there will be.</summary>
    public Task EndRunsAsync() => _clients.EndRunsAsync();

    /// <summary>Serves a front end's WebSocket until it leaves.</summary>
    public async Task ServeAsync(string session, ChannelsSocket socket)
    {
        var client = await _clients.AttachAsync(session, socket, ConnectAsync, cell => CellSucceeded?.Invoke(this, cell));
        try
        {
            await socket.RunAsync((channel, message) =>
            {
                _state.Touch();
                _clients.Send(client, channel, message);
            });
        }
        finally
        {
            await _clients.DetachAsync(client, socket);
            _state.Touch();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _lifecycle.WaitAsync();
        try
        {
            await _clients.EndRunsAsync();
            if (Interlocked.Exchange(ref _link, null) is { } link) await link.EndAsync(EndGrace);
            await _oldEnds;
            await _clients.DisposeAsync();
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    private Task ConnectAsync(ClientChannels client) => _link is { } link ? client.ConnectAsync(link) : Task.CompletedTask;

    private async Task UseAsync(KernelLink link)
    {
        _link = link;
        _state.Set("idle");
        await _clients.ConnectAllAsync(link);
        link.Deliver(message =>
        {
            _state.Observe(message);
            return _clients.PublishAsync(message);
        });
        _ = WatchAsync(link);
    }

    private async Task WatchAsync(KernelLink link)
    {
        var exit = await link.Exited;
        if (Interlocked.CompareExchange(ref _link, null, link) != link) return;
        log($"Kernel {id}: {exit.Description}.");
        await _lifecycle.WaitAsync();
        try
        {
            await link.EndAsync(TimeSpan.Zero);
            if (_ending.IsCancellationRequested) return;
            await _clients.PublishAsync(
                ServerMessage.Stream($"\n{Sentence(exit.Description)}. It is started again; variables are lost.\n", _state.RunningParent));
            await _clients.EndRunsAsync();
            await ReviveAsync();
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    private async Task ReviveAsync()
    {
        var now = DateTime.UtcNow;
        while (_deaths.TryPeek(out var first) && now - first > RestartWindow) _deaths.Dequeue();
        _deaths.Enqueue(now);
        if (_deaths.Count > MostRestarts)
        {
            log($"Kernel {id}: died {_deaths.Count} times within {RestartWindow.TotalSeconds:0} s and is not started again.");
            await DeclareDeadAsync();
            return;
        }
        _state.Set("restarting");
        await _clients.PublishAsync(ServerMessage.Status("restarting"));
        try
        {
            await UseAsync(await starter.StartAsync(offer, folder, sessionName, _ending.Token));
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // It is not needed any more.
        }
        catch (KernelStartException e)
        {
            log($"Kernel {id}: {e.Message}");
            await DeclareDeadAsync();
        }
    }

    private async Task DeclareDeadAsync()
    {
        _state.Set("dead");
        await _clients.PublishAsync(ServerMessage.Status("dead"));
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
