using System.Text.Json;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>Answers control: at once, whatever shell is doing.</summary>
internal sealed class ControlLoop(
    RequestChannel channel, KernelLife life, IopubPublisher iopub, ConnectionInfo connection, HistoryStore history)
{
    public void Run()
    {
        while (channel.Receive(life.Ending) is { } request)
        {
            channel.Serve(request, Handle);
            if (request.Content is ShutdownRequest) life.End();
        }
    }

    private MessageContent? Handle(Message request)
    {
        switch (request.Content)
        {
            case KernelInfoRequest:
                return KernelIdentity.Info;
            case InterruptRequest:
                life.Interrupt();
                return new InterruptReply();
            case ShutdownRequest shutdown:
                return Shutdown(request, shutdown);
            case MoveRequest move:
                return Move(move);
            case ConnectRequest:
                return new ConnectReply(
                    connection.ShellPort, connection.IopubPort, connection.StdinPort, connection.HeartbeatPort, connection.ControlPort);
            case DebugRequest debug:
                return Refuse(debug);
            default:
                KernelLog.Write($"control: {request.Header.MessageType} is not answered on this channel.");
                return null;
        }
    }

    /// <summary>The reply also goes to iopub, for the other clients.</summary>
    private ShutdownReply Shutdown(Message request, ShutdownRequest shutdown)
    {
        var reply = new ShutdownReply(shutdown.Restart);
        iopub.Announce(request.Header, reply);
        return reply;
    }

    private MoveReply Move(MoveRequest move)
    {
        try
        {
            life.Session.MoveToAsync(move.Folder).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new() { Status = ReplyStatus.Error, Error = new(e.GetType().Name, $"{move.Folder}: {e.Message}", []) };
        }
        Environment.SetEnvironmentVariable("JPY_SESSION_NAME", move.SessionName);
        history.MoveToNotebookOfProcess();
        return new();
    }

    private static DebugReply Refuse(DebugRequest request)
    {
        using var document = JsonDocument.Parse(request.Body.ToString());
        var fields = new Fields("debug_request", document.RootElement);
        return new(
            new(
                $$"""{"type":"response","request_seq":{{fields.Number("seq", 0)}},"success":false,"command":{{JsonText.Literal(fields.Text("command", ""))}},"message":"This kernel has no debugger."}"""));
    }
}
