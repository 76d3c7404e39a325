using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>shutdown_request</c>: end the kernel.</summary>
/// <param name="Restart">Whether another is started in its place.</param>
public sealed record ShutdownRequest(bool Restart) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "shutdown_request";

    private protected override void WriteFields(Utf8JsonWriter json) => json.WriteBoolean("restart", Restart);

    internal static ShutdownRequest Read(Fields fields) => new(fields.Flag("restart", false));
}

/// <summary><c>shutdown_reply</c>, also published on iopub.</summary>
/// <param name="Restart">As in the request.</param>
public sealed record ShutdownReply(bool Restart) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "shutdown_reply";

    private protected override void WriteReply(Utf8JsonWriter json) => json.WriteBoolean("restart", Restart);

    internal static ShutdownReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new(fields.Flag("restart", false)) { Status = status, Error = error };
    }
}

/// <summary><c>interrupt_reply</c>.</summary>
public sealed record InterruptReply : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "interrupt_reply";

    private protected override void WriteReply(Utf8JsonWriter json)
    {
    }

    internal static InterruptReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new() { Status = status, Error = error };
    }
}

/// <summary><c>connect_reply</c> (deprecated in the specification): the ports in use.</summary>
public sealed record ConnectReply(int ShellPort, int IopubPort, int StdinPort, int HeartbeatPort, int ControlPort) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "connect_reply";

    private protected override void WriteReply(Utf8JsonWriter json)
    {
        json.WriteNumber("shell_port", ShellPort);
        json.WriteNumber("iopub_port", IopubPort);
        json.WriteNumber("stdin_port", StdinPort);
        json.WriteNumber("hb_port", HeartbeatPort);
        json.WriteNumber("control_port", ControlPort);
    }

    internal static ConnectReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new(fields.Number("shell_port", 0), fields.Number("iopub_port", 0), fields.Number("stdin_port", 0),
            fields.Number("hb_port", 0), fields.Number("control_port", 0))
        { Status = status, Error = error };
    }
}
