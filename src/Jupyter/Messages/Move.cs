using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>qiansi_move_request</c>, our own kernel's, on control: begin anew in another folder and for another notebook,
/// as if started there. Lets a server keep a warm kernel ready before it is known for what.</summary>
/// <param name="Folder">Folder that relative paths start from.</param>
/// <param name="SessionName">Path of the notebook, for the history; null when there is none.</param>
public sealed record MoveRequest(string Folder, string? SessionName) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "qiansi_move_request";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("folder", Folder);
        if (SessionName is not null) json.WriteString("session_name", SessionName);
    }

    internal static MoveRequest Read(Fields fields) => new(fields.Text("folder"), fields.TextOrNull("session_name"));
}

/// <summary><c>qiansi_move_reply</c>.</summary>
public sealed record MoveReply : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "qiansi_move_reply";

    private protected override void WriteReply(Utf8JsonWriter json)
    {
    }

    internal static MoveReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new() { Status = status, Error = error };
    }
}
