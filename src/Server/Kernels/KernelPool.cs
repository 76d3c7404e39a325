using System.Collections.Concurrent;
using Qiansi.Server.Http;

namespace Qiansi.Server.Kernels;

/// <summary>The running kernels of the server.</summary>
internal sealed class KernelPool(KernelCatalog catalog, KernelStarter starter, int mostKernels, Action<string> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, HostedKernel> _kernels = new();
    private int _starting;

    public ICollection<HostedKernel> All => _kernels.Values;

    /// <summary>Told when a cell of a kernel ended well.</summary>
    public Action<HostedKernel, string>? CellSucceeded { get; set; }

    /// <summary>Told of each cell that came to its end with no page to show it; answers how its outputs have
    /// come into the file, or null.</summary>
    public Func<HostedKernel, CellRun, Task<FileChange?>>? CellUnseen { get; set; }

    /// <summary>Told the id of a kernel that is no more.</summary>
    public Action<string>? Removed { get; set; }

    /// <summary>Starts a kernel in a folder.</summary>
    public async Task<HostedKernel> StartAsync(string? name, string folder, string? sessionName, CancellationToken cancellation)
    {
        var offer = catalog.Find(name);
        if (_kernels.Count + Interlocked.Increment(ref _starting) > mostKernels)
        {
            Interlocked.Decrement(ref _starting);
            throw new HttpFailure(503,
                $"{mostKernels} kernels are running, which is as many as this server starts. "
                + "Shut some down (Running Terminals and Kernels).");
        }
        try
        {
            var kernel = new HostedKernel(Guid.NewGuid().ToString(), offer, folder, sessionName, starter, log)
            {
                CellSucceeded = (k, cell) => CellSucceeded?.Invoke(k, cell),
                CellUnseen = CellUnseen,
            };
            await kernel.StartAsync(cancellation);
            _kernels[kernel.Id] = kernel;
            return kernel;
        }
        finally
        {
            Interlocked.Decrement(ref _starting);
        }
    }

    /// <exception cref="HttpFailure">404: there is none.</exception>
    public HostedKernel Find(string id) =>
        _kernels.TryGetValue(id, out var kernel) ? kernel : throw new HttpFailure(404, $"There is no kernel {id}.", "kernel not found");

    public async Task ShutdownAsync(string id)
    {
        if (!_kernels.TryRemove(id, out var kernel)) throw new HttpFailure(404, $"There is no kernel {id}.", "kernel not found");
        await kernel.EndRunsAsync();
        Removed?.Invoke(id);
        await kernel.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var kernels = _kernels.Values.ToList();
        _kernels.Clear();
        await Task.WhenAll(kernels.Select(k => k.DisposeAsync().AsTask()));
    }
}
