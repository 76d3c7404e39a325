namespace Qiansi.Server.Contents;

/// <summary>Lets one request at a time change a file: what it has checked stays so until it has written.</summary>
internal sealed class FileLocks
{
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the file; dispose what comes back.</summary>
    public async Task<IDisposable> EnterAsync(ContentPath path, CancellationToken cancellation)
    {
        var semaphore = _locks[(uint)StringComparer.OrdinalIgnoreCase.GetHashCode(path.File) % _locks.Length];
        await semaphore.WaitAsync(cancellation);
        return new Release(semaphore);
    }

    private sealed class Release(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
