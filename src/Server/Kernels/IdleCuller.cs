using Qiansi.Server.Http;

namespace Qiansi.Server.Kernels;

/// <summary>Ends kernels that have been idle for long and that no front end is connected to.</summary>
internal sealed class IdleCuller(KernelPool kernels, TimeSpan limit, Action<string> log) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Ends those whose time has come.</summary>
    public async Task CullAsync(DateTime now)
    {
        foreach (var kernel in kernels.All)
        {
            if (kernel.Connections > 0 || kernel.State.Execution == "busy" || now - kernel.State.LastActivity < limit) continue;
            log($"Kernel {kernel.Id} ({kernel.Name}) was idle for {limit.TotalMinutes:0.#} minutes and is ended.");
            await kernels.ShutdownAsync(kernel.Id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _running;
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        var interval = TimeSpan.FromSeconds(Math.Clamp(limit.TotalSeconds / 10, 1, 60));
        while (true)
        {
            try
            {
                await Task.Delay(interval, _ending.Token);
                await CullAsync(DateTime.UtcNow);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (HttpFailure)
            {
                // Somebody else ended it in the same moment.
            }
        }
    }
}
