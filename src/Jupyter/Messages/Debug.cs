using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>debug_request</c>: a request of the Debug Adapter Protocol.</summary>
/// <param name="Body">The DAP message.</param>
public sealed record DebugRequest(RawJson Body) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "debug_request";

    internal override void Write(Utf8JsonWriter json) => json.WriteJson(Body);

    private protected override void WriteFields(Utf8JsonWriter json)
    {
    }
}

/// <summary><c>debug_reply</c>: a response of the Debug Adapter Protocol.</summary>
/// <param name="Body">The DAP message.</param>
public sealed record DebugReply(RawJson Body) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "debug_reply";

    internal override void Write(Utf8JsonWriter json) => json.WriteJson(Body);

    private protected override void WriteFields(Utf8JsonWriter json)
    {
    }
}

/// <summary><c>debug_event</c>, on iopub: an event of the Debug Adapter Protocol.</summary>
/// <param name="Body">The DAP message.</param>
public sealed record DebugEvent(RawJson Body) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "debug_event";

    internal override void Write(Utf8JsonWriter json) => json.WriteJson(Body);

    private protected override void WriteFields(Utf8JsonWriter json)
    {
    }
}
