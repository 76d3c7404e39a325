using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>How a request ended.</summary>
public enum ReplyStatus
{
    /// <summary>It was done.</summary>
    Ok,

    /// <summary>It failed; the reply has the error.</summary>
    Error,

    /// <summary>It was not tried, because a request before it failed.</summary>
    Aborted,
}

/// <summary>The error of a reply with status <c>error</c>.</summary>
/// <param name="Name"><c>ename</c>.</param>
/// <param name="Value"><c>evalue</c>.</param>
/// <param name="Traceback">Lines, ANSI colours allowed.</param>
public sealed record ReplyError(string Name, string Value, IReadOnlyList<string> Traceback);

/// <summary>Content of a reply: a status, and the error when there is one.</summary>
public abstract record ReplyContent : MessageContent
{
    /// <summary>How the request ended.</summary>
    public ReplyStatus Status { get; init; }

    /// <summary>The error, when <see cref="Status"/> is <see cref="ReplyStatus.Error"/>.</summary>
    public ReplyError? Error { get; init; }

    private protected sealed override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("status", Status switch { ReplyStatus.Ok => "ok", ReplyStatus.Error => "error", _ => "aborted" });
        if (Error is { } error)
        {
            json.WriteString("ename", error.Name);
            json.WriteString("evalue", error.Value);
            json.WriteTexts("traceback", error.Traceback);
        }
        WriteReply(json);
    }

    private protected abstract void WriteReply(Utf8JsonWriter json);

    private protected static (ReplyStatus Status, ReplyError? Error) ReadStatus(Fields fields) => fields.Text("status", "ok") switch
    {
        "ok" => (ReplyStatus.Ok, null),
        "error" => (ReplyStatus.Error, new ReplyError(fields.Text("ename", "Error"), fields.Text("evalue", ""), fields.Texts("traceback"))),
        // "abort" is what ipykernel sent before 6.
        "aborted" or "abort" => (ReplyStatus.Aborted, null),
        var other => throw new MessageFormatException($"{fields.Part}: 'status' is \"{other}\"; ok, error and aborted are known."),
    };
}
