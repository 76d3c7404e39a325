using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>The reply, of the type its request asks for, which says that the kernel itself failed.</summary>
internal static class FailedReply
{
    /// <returns>Null for messages that have no reply.</returns>
    public static MessageContent? For(Message request, Exception exception)
    {
        var error = new ReplyError(exception.GetType().Name, exception.Message, [exception.Message]);
        ReplyContent? reply = request.Content switch
        {
            ExecuteRequest => new ExecuteReply((int?)null),
            CompleteRequest complete => new CompleteReply([], complete.CursorPosition, complete.CursorPosition),
            InspectRequest => new InspectReply(),
            HistoryRequest => new HistoryReply([]),
            CommInfoRequest => new CommInfoReply([]),
            InterruptRequest => new InterruptReply(),
            ShutdownRequest shutdown => new ShutdownReply(shutdown.Restart),
            _ => null,
        };
        return reply is not null ? reply with { Status = ReplyStatus.Error, Error = error }
            : request.Content is IsCompleteRequest ? new IsCompleteReply("unknown") : null;
    }
}
