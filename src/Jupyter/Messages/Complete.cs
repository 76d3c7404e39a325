using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>complete_request</c>: what could follow at the cursor?</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="CursorPosition">Cursor, in Unicode code points from the start.</param>
public sealed record CompleteRequest(string Code, int CursorPosition) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "complete_request";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("code", Code);
        json.WriteNumber("cursor_pos", CursorPosition);
    }

    internal static CompleteRequest Read(Fields fields)
    {
        var code = fields.Text("code");
        return new(code, fields.NumberOrNull("cursor_pos") ?? CodePoints.Count(code));
    }
}

/// <summary><c>complete_reply</c>: the completions for the text between two positions.</summary>
/// <param name="Matches">Texts to insert.</param>
/// <param name="CursorStart">Start of the text they replace, in code points.</param>
/// <param name="CursorEnd">Its end.</param>
public sealed record CompleteReply(IReadOnlyList<string> Matches, int CursorStart, int CursorEnd) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "complete_reply";

    /// <summary>Free-form; <c>_jupyter_types_experimental</c> lists text, type and signature of each match.</summary>
    public RawJson Metadata { get; init; } = RawJson.Empty;

    private protected override void WriteReply(Utf8JsonWriter json)
    {
        json.WriteTexts("matches", Matches);
        json.WriteNumber("cursor_start", CursorStart);
        json.WriteNumber("cursor_end", CursorEnd);
        json.WriteJson("metadata", Metadata);
    }

    internal static CompleteReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new(fields.Texts("matches"), fields.Number("cursor_start", 0), fields.Number("cursor_end", 0))
        {
            Status = status,
            Error = error,
            Metadata = fields.Json("metadata"),
        };
    }
}
