using System.Collections.Concurrent;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Client;

/// <summary>Comms that were opened to ask something, by the id of the message that asked.</summary>
internal sealed class CommQuestions
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CommAnswer?>> _open = new();

    /// <summary>Expects an answer; null when the kernel has dealt with the message and said nothing.</summary>
    public Task<CommAnswer?> Expect(string messageId)
    {
        var answer = new TaskCompletionSource<CommAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[messageId] = answer;
        return answer.Task;
    }

    /// <summary>The answer came, or is waited for no more.</summary>
    public void Remove(string messageId) => _open.TryRemove(messageId, out _);

    /// <summary>A message on iopub; true when it belongs to a question.</summary>
    public bool Take(Message message)
    {
        if (message.Parent is not { } parent || !_open.TryGetValue(parent.Id, out var answer)) return false;
        if (message.Content is CommMessage said) answer.TrySetResult(new(said.Data, message.Buffers));
        else if (message.Content is StatusContent { ExecutionState: "idle" }) answer.TrySetResult(null);
        return true;
    }

    /// <summary>No answer will come any more.</summary>
    public void Fail(Exception reason)
    {
        foreach (var answer in _open.Values) answer.TrySetException(reason);
    }
}
