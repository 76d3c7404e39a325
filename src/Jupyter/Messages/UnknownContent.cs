using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>Content of a message type that is not of the specification, kept as it came.</summary>
/// <param name="Type">Its <c>msg_type</c>.</param>
/// <param name="Body">Its content, a JSON object.</param>
public sealed record UnknownContent(string Type, RawJson Body) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => Type;

    internal override void Write(Utf8JsonWriter json) => json.WriteJson(Body);

    private protected override void WriteFields(Utf8JsonWriter json)
    {
    }
}
