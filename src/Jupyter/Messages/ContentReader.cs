namespace Qiansi.Jupyter.Messages;

/// <summary>From a message type and a JSON object to the typed content.</summary>
internal static class ContentReader
{
    /// <exception cref="MessageFormatException">The content does not fit its type.</exception>
    public static MessageContent Read(string messageType, ReadOnlyMemory<byte> utf8)
    {
        using var document = Fields.Parse(utf8, messageType);
        var fields = new Fields(messageType, document.RootElement);
        return messageType switch
        {
            "execute_request" => ExecuteRequest.Read(fields),
            "execute_reply" => ExecuteReply.Read(fields),
            "execute_input" => ExecuteInput.Read(fields),
            "execute_result" => ExecuteResult.Read(fields),
            "display_data" => DisplayData.Read(fields),
            "update_display_data" => UpdateDisplayData.Read(fields),
            "stream" => StreamText.Read(fields),
            "error" => ErrorContent.Read(fields),
            "status" => StatusContent.Read(fields),
            "clear_output" => ClearOutput.Read(fields),
            "iopub_welcome" => IopubWelcome.Read(fields),
            "input_request" => InputRequest.Read(fields),
            "input_reply" => InputReply.Read(fields),
            "complete_request" => CompleteRequest.Read(fields),
            "complete_reply" => CompleteReply.Read(fields),
            "inspect_request" => InspectRequest.Read(fields),
            "inspect_reply" => InspectReply.Read(fields),
            "is_complete_request" => IsCompleteRequest.Read(fields),
            "is_complete_reply" => IsCompleteReply.Read(fields),
            "history_request" => HistoryRequest.Read(fields),
            "history_reply" => HistoryReply.Read(fields),
            "kernel_info_request" => new KernelInfoRequest(),
            "kernel_info_reply" => KernelInfoReply.Read(fields),
            "comm_open" => CommOpen.Read(fields),
            "comm_msg" => CommMessage.Read(fields),
            "comm_close" => CommClose.Read(fields),
            "comm_info_request" => CommInfoRequest.Read(fields),
            "comm_info_reply" => CommInfoReply.Read(fields),
            "interrupt_request" => new InterruptRequest(),
            "interrupt_reply" => InterruptReply.Read(fields),
            "shutdown_request" => ShutdownRequest.Read(fields),
            "shutdown_reply" => ShutdownReply.Read(fields),
            "connect_request" => new ConnectRequest(),
            "connect_reply" => ConnectReply.Read(fields),
            "qiansi_move_request" => MoveRequest.Read(fields),
            "qiansi_move_reply" => MoveReply.Read(fields),
            "debug_request" => new DebugRequest(Body(document)),
            "debug_reply" => new DebugReply(Body(document)),
            "debug_event" => new DebugEvent(Body(document)),
            _ => new UnknownContent(messageType, Body(document)),
        };
    }

    private static RawJson Body(System.Text.Json.JsonDocument document)
    {
        try
        {
            return new(document.RootElement.GetRawText());
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new MessageFormatException("content: not valid UTF-8.", e);
        }
    }
}
