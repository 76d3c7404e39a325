using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Qiansi.Engine.Comms;

/// <summary>The comms of a session: those open, and the targets that accept new ones.</summary>
public sealed class CommRegistry
{
    private static readonly ConditionalWeakTable<ISession, CommRegistry> BySession = [];

    private readonly ConcurrentDictionary<string, Comm> _open = new();
    private readonly ConcurrentDictionary<string, Action<Comm, CommData>> _targets = new();
    private ICommTransport? _transport;

    private CommRegistry()
    {
    }

    /// <summary>How comms reach the front ends.</summary>
    /// <exception cref="InvalidOperationException">Nobody has set it: the session runs without a front end.</exception>
    public ICommTransport Transport
    {
        get => _transport ?? throw new InvalidOperationException("Comms need a front end; this session has none.");
        set => _transport = value;
    }

    /// <summary>The channels that are open.</summary>
    public IReadOnlyCollection<Comm> All => [.. _open.Values];

    /// <summary>The registry of a session.</summary>
    public static CommRegistry Of(ISession session) => BySession.GetValue(session, static _ => new());

    /// <summary>The front end opened a channel.</summary>
    /// <returns>False when nothing accepts its target: it should be closed again.</returns>
    public bool ReceiveOpen(string id, string targetName, CommData data)
    {
        if (!_targets.TryGetValue(targetName, out var opened)) return false;
        var comm = new Comm(this, id, targetName);
        _open[id] = comm;
        opened(comm, data);
        return true;
    }

    /// <summary>The front end sent data.</summary>
    /// <returns>False when no such channel is open.</returns>
    public bool Receive(string id, CommData data)
    {
        if (!_open.TryGetValue(id, out var comm)) return false;
        comm.Receive(data);
        return true;
    }

    /// <summary>The front end closed a channel.</summary>
    /// <returns>False when no such channel is open.</returns>
    public bool ReceiveClose(string id, CommData data)
    {
        if (!_open.TryRemove(id, out var comm)) return false;
        comm.ReceiveClose(data);
        return true;
    }

    internal Comm Open(string targetName, string json, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        var comm = new Comm(this, Guid.NewGuid().ToString("N"), targetName);
        Transport.Open(comm, json, buffers);
        _open[comm.Id] = comm;
        return comm;
    }

    /// <summary>Accepts channels that the front end opens to a target; a second call for the same name replaces the first.</summary>
    public void Accept(string targetName, Action<Comm, CommData> opened) => _targets[targetName] = opened;

    /// <summary>Answers each comm opened to a target with one message, <c>error</c> where the answer fails, and closes it.</summary>
    public void Answer(string targetName, Func<JsonElement, object> answer) => Accept(targetName, (comm, question) =>
    {
        object given;
        try
        {
            given = answer(question.Json);
        }
        catch (Exception e)
        {
            // Whatever it is, the asker is to know.
            given = new { error = e.Message };
        }

        comm.Send(given);
        comm.Close();
    });

    internal void Remove(Comm comm) => _open.TryRemove(comm.Id, out _);
}
