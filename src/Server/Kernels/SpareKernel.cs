using Qiansi.Contracts;
using Qiansi.Jupyter.Client;

namespace Qiansi.Server.Kernels;

/// <summary>Keeps one kernel of our own started and warm, for the next notebook or restart, whatever its folder.</summary>
internal sealed class SpareKernel(KernelLaunch launch, Action<string> log) : IAsyncDisposable
{
    // The cell that the taken kernel is about to run needs the processors more.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // So does the page that is opened first.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ending = new();
    private Task<KernelLink>? _spare;

    /// <summary>The spare once it is warm; fails when there is none.</summary>
    public Task<KernelLink> Ready
    {
        get
        {
            lock (_gate) return _spare ?? Task.FromException<KernelLink>(new InvalidOperationException("There is no spare kernel now."));
        }
    }

    /// <summary>Starts the spare unless there is one.</summary>
    public void Prepare()
    {
        lock (_gate)
        {
            if (!_ending.IsCancellationRequested) _spare ??= StartAsync();
        }
    }

    /// <summary>The spare, moved to a folder; null when there is none that works.</summary>
    public async Task<KernelLink?> TakeAsync(string folder, string? sessionName, CancellationToken cancellation)
    {
        Task<KernelLink>? taken;
        lock (_gate) (taken, _spare) = (_spare, null);
        if (taken is null) return null;
        _ = PrepareLaterAsync();
        KernelLink? link = null;
        try
        {
            link = await taken;
            if (!link.Exited.IsCompleted)
            {
                await link.Client.MoveAsync(folder, sessionName, cancellation);
                return link;
            }
        }
        catch (Exception e) when (e is KernelStartException or KernelDiedException)
        {
            log($"The spare kernel cannot be used: {e.Message}");
        }
        if (link is not null) await link.EndAsync(TimeSpan.Zero);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        Task<KernelLink>? spare;
        lock (_gate)
        {
            _ending.Cancel();
            (spare, _spare) = (_spare, null);
        }
        if (spare is null) return;
        try
        {
            await (await spare).EndAsync(TimeSpan.Zero);
        }
        catch (Exception e) when (e is OperationCanceledException or KernelStartException or KernelDiedException)
        {
            // It never came to be.
        }
    }

    private async Task PrepareLaterAsync()
    {
        try
        {
            await Task.Delay(Pause, _ending.Token);
            Prepare();
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    private async Task<KernelLink> StartAsync()
    {
        await Task.Delay(Settling, _ending.Token);
        var link = await KernelLink.StartAsync(launch, log, _ending.Token);
        try
        {
            // The whole way of a cell once, so that the first one of the notebook finds it compiled.
            await link.Client.ExecuteAsync("System.Console.Write(\"\");\n1 + 1", SilentSink.Instance,
                new ExecuteOptions { Silent = true, StoreHistory = false, AllowStdin = false }, _ending.Token);
            return link;
        }
        catch
        {
            await link.EndAsync(TimeSpan.Zero);
            throw;
        }
    }
}
