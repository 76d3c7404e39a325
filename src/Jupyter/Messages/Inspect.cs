using System.Text.Json;
using Qiansi.Contracts;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>inspect_request</c>: what stands at the cursor?</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="CursorPosition">Cursor, in Unicode code points from the start.</param>
/// <param name="DetailLevel">0, or 1 for more.</param>
public sealed record InspectRequest(string Code, int CursorPosition, int DetailLevel = 0) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "inspect_request";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("code", Code);
        json.WriteNumber("cursor_pos", CursorPosition);
        json.WriteNumber("detail_level", DetailLevel);
    }

    internal static InspectRequest Read(Fields fields)
    {
        var code = fields.Text("code");
        return new(code, fields.NumberOrNull("cursor_pos") ?? CodePoints.Count(code), fields.Number("detail_level", 0));
    }
}

/// <summary><c>inspect_reply</c>: documentation, when there is any.</summary>
public sealed record InspectReply : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "inspect_reply";

    /// <summary>Whether something was found.</summary>
    public bool Found { get; init; }

    /// <summary>The documentation.</summary>
    public MimeBundle Data { get; init; } = [];

    /// <summary>Metadata by media type.</summary>
    public RawJson Metadata { get; init; } = RawJson.Empty;

    private protected override void WriteReply(Utf8JsonWriter json)
    {
        json.WriteBoolean("found", Found);
        json.WriteBundle("data", Data);
        json.WriteJson("metadata", Metadata);
    }

    internal static InspectReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new()
        {
            Status = status,
            Error = error,
            Found = fields.Flag("found", false),
            Data = fields.Bundle("data"),
            Metadata = fields.Json("metadata")
        };
    }
}
