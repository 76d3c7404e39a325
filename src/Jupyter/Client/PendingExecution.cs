using Qiansi.Contracts;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Client;

/// <summary>A cell under way at a kernel: hands what the kernel publishes about it to a sink, in order,
/// and knows when it is over.</summary>
internal sealed class PendingExecution(IOutputSink sink, Action<Message>? observer)
{
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the kernel reports idle, after which nothing more is published for the cell;
    /// fails when the sink threw.</summary>
    public Task Idle => _idle.Task;

    /// <summary>Cancelled when the cell has ended: a question still open has lost its purpose.</summary>
    public CancellationTokenSource Ended { get; } = new();

    public IOutputSink Sink => sink;

    /// <summary>Shows a message to the caller's observer.</summary>
    public void Observe(Message message) => observer?.Invoke(message);

    public void Take(MessageContent content)
    {
        try
        {
            switch (content)
            {
                case ExecuteResult result:
                    sink.Result(result.Data);
                    break;
                case StatusContent { ExecutionState: "idle" }:
                    _idle.TrySetResult();
                    break;
                default:
                    sink.Take(content);
                    break;
            }
        }
        catch (Exception e)
        {
            // The loop serves other cells too; this cell's caller gets its sink's failure.
            _idle.TrySetException(e);
        }
    }
}
