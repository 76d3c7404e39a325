using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>Answers shell: one request after the other, in the order they came.</summary>
internal sealed class ShellLoop(RequestChannel channel, KernelLife life, CellExecutor executor, CommDispatcher comms, HistoryStore history,
    IopubPublisher iopub, ConnectionInfo connection)
{
    private readonly Queue<(Message Request, bool Aborted)> _backlog = new();

    public void Run()
    {
        while (Next() is var (request, aborted))
        {
            channel.Serve(request, r => Handle(r, aborted));
            if (request.Content is ShutdownRequest) life.End();
        }
    }

    private (Message Request, bool Aborted)? Next()
    {
        if (life.Ending.IsCancellationRequested) return null;
        if (_backlog.TryDequeue(out var waiting)) return waiting;
        return channel.Receive(life.Ending) is { } request ? (request, false) : null;
    }

    private MessageContent? Handle(Message request, bool aborted)
    {
        switch (request.Content)
        {
            case ExecuteRequest when aborted:
                return new ExecuteReply(executor.ExecutionCount) { Status = ReplyStatus.Aborted };
            case ExecuteRequest execute:
                comms.Attach();
                var reply = executor.Execute(request, execute);
                // Before the reply is out: what its receiver sends next is a new beginning.
                if (reply.Status == ReplyStatus.Error && execute.StopOnError) AbortWaiting();
                return reply;
            case KernelInfoRequest:
                return KernelIdentity.Info;
            case CompleteRequest complete:
                return CompletionMetadata.Write(
                    life.Session.CompleteAsync(complete.Code, CodePoints.ToUtf16(complete.Code, complete.CursorPosition), life.Ending)
                        .GetAwaiter().GetResult(), complete.Code);
            case InspectRequest inspect:
                var found = life.Session.InspectAsync(inspect.Code, CodePoints.ToUtf16(inspect.Code, inspect.CursorPosition), life.Ending)
                    .GetAwaiter().GetResult();
                return new InspectReply { Found = found is not null, Data = found ?? [] };
            case IsCompleteRequest isComplete:
                var completeness = life.Session.IsComplete(isComplete.Code);
                return new IsCompleteReply(completeness.Status, completeness.Indent);
            case HistoryRequest find:
                return new HistoryReply(history.Find(find), find.Output);
            case CommOpen or CommMessage or CommClose:
                comms.Dispatch(request);
                return null;
            case CommInfoRequest info:
                return comms.Info(info);
            case ConnectRequest:
                return new ConnectReply(
                    connection.ShellPort, connection.IopubPort, connection.StdinPort, connection.HeartbeatPort, connection.ControlPort);
            case ShutdownRequest shutdown:
                // Where it was before there was a control channel; old clients still send it here.
                iopub.Announce(request.Header, new ShutdownReply(shutdown.Restart));
                return new ShutdownReply(shutdown.Restart);
            default:
                KernelLog.Write($"shell: {request.Header.MessageType} is not answered on this channel.");
                return null;
        }
    }

    private void AbortWaiting()
    {
        for (var i = _backlog.Count; i > 0; i--) _backlog.Enqueue((_backlog.Dequeue().Request, true));
        while (channel.ReceiveWaiting() is { } waiting) _backlog.Enqueue((waiting, true));
    }
}
