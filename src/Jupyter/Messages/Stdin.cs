using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>input_request</c>, on stdin from the kernel: ask the person.</summary>
/// <param name="Prompt">Text to show.</param>
/// <param name="Password">Whether to hide what is typed.</param>
public sealed record InputRequest(string Prompt, bool Password) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "input_request";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("prompt", Prompt);
        json.WriteBoolean("password", Password);
    }

    internal static InputRequest Read(Fields fields) => new(fields.Text("prompt", ""), fields.Flag("password", false));
}

/// <summary><c>input_reply</c>: what the person typed.</summary>
/// <param name="Value">Without the line's end.</param>
public sealed record InputReply(string Value) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "input_reply";

    private protected override void WriteReply(Utf8JsonWriter json) => json.WriteString("value", Value);

    internal static InputReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new(fields.Text("value", "")) { Status = status, Error = error };
    }
}
