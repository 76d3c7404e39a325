using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>is_complete_request</c>: should Enter run this?</summary>
/// <param name="Code">The text so far.</param>
public sealed record IsCompleteRequest(string Code) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "is_complete_request";

    private protected override void WriteFields(Utf8JsonWriter json) => json.WriteString("code", Code);

    internal static IsCompleteRequest Read(Fields fields) => new(fields.Text("code"));
}

/// <summary><c>is_complete_reply</c>; its status is the answer itself.</summary>
/// <param name="Status"><c>complete</c>, <c>incomplete</c>, <c>invalid</c> or <c>unknown</c>.</param>
/// <param name="Indent">White space to open the next line with, when incomplete.</param>
public sealed record IsCompleteReply(string Status, string Indent = "") : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "is_complete_reply";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("status", Status);
        json.WriteString("indent", Indent);
    }

    internal static IsCompleteReply Read(Fields fields) => new(fields.Text("status"), fields.Text("indent", ""));
}
