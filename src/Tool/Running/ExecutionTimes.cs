using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Tool.Running;

/// <summary>When a cell ran, as Jupyter's clients keep it in <c>metadata.execution</c>:
/// the times at which the kernel sent its messages.</summary>
internal sealed class ExecutionTimes
{
    private readonly Lock _gate = new();
    private readonly JsonObject _times = [];
    private int? _count;

    /// <summary>Takes note of a message about the cell; called on receiving threads.</summary>
    public void Note(Message message)
    {
        lock (_gate)
        {
            switch (message.Content)
            {
                case StatusContent { ExecutionState: "busy" or "idle" } status:
                    _times["iopub.status." + status.ExecutionState] = message.Header.Date;
                    break;
                case ExecuteInput input:
                    _times["iopub.execute_input"] = message.Header.Date;
                    _count = input.ExecutionCount;
                    break;
                case ExecuteReply reply:
                    _times["shell.execute_reply"] = message.Header.Date;
                    _count = reply.ExecutionCount ?? _count;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Writes times and execution count into the cell, in place of those of an earlier run.</summary>
    public void WriteTo(Cell cell)
    {
        lock (_gate)
        {
            cell.ExecutionCount = _count;
            cell.Metadata["execution"] = _times.DeepClone();
        }
    }
}
