using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>execute_request</c>: run a cell.</summary>
/// <param name="Code">The cell's text.</param>
public sealed record ExecuteRequest(string Code) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "execute_request";

    /// <summary>Run without a trace: no input echo, no result, no count.</summary>
    public bool Silent { get; init; }

    /// <summary>Keep the cell in the history and count it; off when <see cref="Silent"/>.</summary>
    public bool StoreHistory { get; init; } = true;

    /// <summary>Expressions to evaluate after the cell, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, RawJson>> UserExpressions { get; init; } = [];

    /// <summary>Whether the front end answers <c>input_request</c>.</summary>
    public bool AllowStdin { get; init; } = true;

    /// <summary>Abort the requests already waiting when this one fails.</summary>
    public bool StopOnError { get; init; } = true;

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("code", Code);
        json.WriteBoolean("silent", Silent);
        json.WriteBoolean("store_history", StoreHistory);
        json.WriteEntries("user_expressions", UserExpressions);
        json.WriteBoolean("allow_stdin", AllowStdin);
        json.WriteBoolean("stop_on_error", StopOnError);
    }

    internal static ExecuteRequest Read(Fields fields) => new(fields.Text("code"))
    {
        Silent = fields.Flag("silent", false),
        StoreHistory = fields.Flag("store_history", true),
        UserExpressions = fields.Entries("user_expressions"),
        AllowStdin = fields.Flag("allow_stdin", true),
        StopOnError = fields.Flag("stop_on_error", true),
    };
}

/// <summary><c>execute_reply</c>: the cell ended.</summary>
/// <param name="ExecutionCount">The cell's number; null when a kernel aborted it unnumbered.</param>
public sealed record ExecuteReply(int? ExecutionCount) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "execute_reply";

    /// <summary>Payloads (deprecated in the specification), each a JSON object.</summary>
    public IReadOnlyList<RawJson> Payload { get; init; } = [];

    /// <summary>The values of the request's expressions: objects with <c>status</c> and <c>data</c>, or an error.</summary>
    public IReadOnlyList<KeyValuePair<string, RawJson>> UserExpressions { get; init; } = [];

    private protected override void WriteReply(Utf8JsonWriter json)
    {
        if (ExecutionCount is { } count) json.WriteNumber("execution_count", count);
        json.WriteStartArray("payload");
        foreach (var item in Payload) json.WriteJson(item);
        json.WriteEndArray();
        json.WriteEntries("user_expressions", UserExpressions);
    }

    internal static ExecuteReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        return new(fields.NumberOrNull("execution_count"))
        {
            Status = status,
            Error = error,
            Payload = fields.Jsons("payload"),
            UserExpressions = fields.Entries("user_expressions"),
        };
    }
}
