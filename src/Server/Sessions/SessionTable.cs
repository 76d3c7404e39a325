using System.Collections.Concurrent;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Sessions;

/// <summary>Which documents run on which kernels.</summary>
internal sealed class SessionTable
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _opening = new();
    private readonly KernelPool _kernels;
    private readonly RootFolder _root;

    public SessionTable(KernelPool kernels, RootFolder root)
    {
        (_kernels, _root) = (kernels, root);
        kernels.Removed = id =>
        {
            foreach (var session in _sessions.Values.Where(s => s.Kernel.Id == id)) _sessions.TryRemove(session.Id, out _);
        };
    }

    public ICollection<Session> All => _sessions.Values;

    /// <exception cref="HttpFailure">404: there is none.</exception>
    public Session Find(string id) =>
        _sessions.TryGetValue(id, out var session)
            ? session : throw new HttpFailure(404, $"There is no session {id}.", "session not found");

    /// <summary>The session of a document, with a kernel started for it unless one runs already.</summary>
    public async Task<Session> OpenAsync(
        string path, string name, string type, string? kernelName, string? kernelId, CancellationToken cancellation)
    {
        // Two tabs that open one notebook in the same moment get one kernel.
        var opening = _opening.GetOrAdd(path, _ => new(1));
        await opening.WaitAsync(cancellation);
        try
        {
            if (_sessions.Values.FirstOrDefault(s => s.Path == path) is { } open) return open;
            var kernel = kernelId is not null ? _kernels.Find(kernelId) : await StartAsync(kernelName, path, cancellation);
            var session = new Session(Guid.NewGuid().ToString(), path, name, type, kernel);
            _sessions[session.Id] = session;
            return session;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Gives a session another path, name, type or kernel.</summary>
    public async Task<Session> ChangeAsync(
        string id, string? path, string? name, string? type, string? kernelName, string? kernelId, CancellationToken cancellation)
    {
        var session = Find(id);
        var changed = session with { Path = path ?? session.Path, Name = name ?? session.Name, Type = type ?? session.Type };
        if (kernelId is not null) changed = changed with { Kernel = _kernels.Find(kernelId) };
        else if (kernelName is not null) changed = changed with { Kernel = await StartAsync(kernelName, changed.Path, cancellation) };
        _sessions[id] = changed;
        if (changed.Kernel != session.Kernel) await EndIfUnusedAsync(session.Kernel);
        return changed;
    }

    /// <summary>Ends a session and its kernel.</summary>
    public async Task CloseAsync(string id)
    {
        if (!_sessions.TryRemove(id, out var session)) throw new HttpFailure(404, $"There is no session {id}.", "session not found");
        await EndIfUnusedAsync(session.Kernel);
    }

    /// <summary>The document that a kernel runs; null when there is none.</summary>
    public Session? Of(HostedKernel kernel) => _sessions.Values.FirstOrDefault(s => s.Kernel == kernel);

    private async Task EndIfUnusedAsync(HostedKernel kernel)
    {
        if (Of(kernel) is null && _kernels.All.Contains(kernel)) await _kernels.ShutdownAsync(kernel.Id);
    }

    private async Task<HostedKernel> StartAsync(string? kernelName, string path, CancellationToken cancellation)
    {
        var place = KernelPlace.Of(_root, path);
        return await _kernels.StartAsync(kernelName, place.Folder, place.SessionName, cancellation);
    }
}
