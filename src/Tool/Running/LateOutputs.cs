using System.Collections.Concurrent;
using Qiansi.Contracts;
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
        if (message.Parent is not { } request || !_sinks.TryGetValue(request.Id, out var sink)) return;
        switch (message.Content)
        {
            case StreamText stream:
                sink.Write(stream.Name == "stderr" ? StandardStream.Error : StandardStream.Output, stream.Text);
                break;
            case DisplayData display:
                sink.Display(display.Data, display.DisplayId);
                break;
            case UpdateDisplayData { DisplayId: { } id } update:
                sink.UpdateDisplay(update.Data, id);
                break;
            case ErrorContent error:
                sink.Error(new(error.Name, error.Value, error.Traceback));
                break;
            case ClearOutput clear:
                sink.ClearOutput(clear.Wait);
                break;
            default:
                break;
        }
    }
}
