using System.Collections.Concurrent;
using Qiansi.Contracts;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Tool.Running;

/// <summary>Brings what cells put out after their end (background tasks, updated displays) to the cells it belongs to.</summary>
internal sealed class LateOutputs
{
    private readonly ConcurrentDictionary<string, IOutputSink> _sinks = new();

    /// <summary>Remembers which request a cell ran as.</summary>
    public void Note(Message message, IOutputSink sink)
    {
        if (message.Parent is { } request) _sinks.TryAdd(request.Id, sink);
    }

    /// <summary>Takes a message that came when its cell had ended.</summary>
    public void Take(Message message)
    {
        if (message.Parent is { } request && _sinks.TryGetValue(request.Id, out var sink)) sink.Take(message.Content);
    }
}
