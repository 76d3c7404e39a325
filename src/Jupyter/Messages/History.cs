using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>history_request</c>: which cells were run?</summary>
/// <param name="Access"><c>tail</c>, <c>range</c> or <c>search</c>.</param>
public sealed record HistoryRequest(string Access) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "history_request";

    /// <summary>With each input also its result's text.</summary>
    public bool Output { get; init; }

    /// <summary>Inputs as typed; here they always are.</summary>
    public bool Raw { get; init; } = true;

    /// <summary>For <c>range</c>: the session, 0 or negative counted back from the running one.</summary>
    public int Session { get; init; }

    /// <summary>For <c>range</c>: first line.</summary>
    public int Start { get; init; }

    /// <summary>For <c>range</c>: line after the last; to the end when null.</summary>
    public int? Stop { get; init; }

    /// <summary>For <c>tail</c> and <c>search</c>: how many of the newest; all when null.</summary>
    public int? Count { get; init; }

    /// <summary>For <c>search</c>: a glob with <c>*</c> and <c>?</c>.</summary>
    public string Pattern { get; init; } = "*";

    /// <summary>For <c>search</c>: each input once.</summary>
    public bool Unique { get; init; }

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("hist_access_type", Access);
        json.WriteBoolean("output", Output);
        json.WriteBoolean("raw", Raw);
        json.WriteNumber("session", Session);
        json.WriteNumber("start", Start);
        if (Stop is { } stop) json.WriteNumber("stop", stop);
        if (Count is { } count) json.WriteNumber("n", count);
        json.WriteString("pattern", Pattern);
        json.WriteBoolean("unique", Unique);
    }

    internal static HistoryRequest Read(Fields fields) => new(fields.Text("hist_access_type"))
    {
        Output = fields.Flag("output", false),
        Raw = fields.Flag("raw", true),
        Session = fields.Number("session", 0),
        Start = fields.Number("start", 0),
        Stop = fields.NumberOrNull("stop"),
        Count = fields.NumberOrNull("n"),
        Pattern = fields.Text("pattern", "*"),
        Unique = fields.Flag("unique", false),
    };
}

/// <summary>One line of history.</summary>
/// <param name="Session">Number of the session it was run in.</param>
/// <param name="Line">The cell's execution count.</param>
/// <param name="Input">What was run.</param>
/// <param name="Output">Its result as text, when asked for and known.</param>
public sealed record HistoryEntry(int Session, int Line, string Input, string? Output = null);

/// <summary><c>history_reply</c>.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="WithOutput">Whether each entry is written with its output, <c>[session, line, [input, output]]</c>.</param>
public sealed record HistoryReply(IReadOnlyList<HistoryEntry> Entries, bool WithOutput = false) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "history_reply";

    private protected override void WriteReply(Utf8JsonWriter json)
    {
        json.WriteStartArray("history");
        foreach (var entry in Entries)
        {
            json.WriteStartArray();
            json.WriteNumberValue(entry.Session);
            json.WriteNumberValue(entry.Line);
            if (WithOutput)
            {
                json.WriteStartArray();
                json.WriteStringValue(entry.Input);
                json.WriteStringValue(entry.Output);
                json.WriteEndArray();
            }
            else
            {
                json.WriteStringValue(entry.Input);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    internal static HistoryReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        var entries = new List<HistoryEntry>();
        var withOutput = false;
        foreach (var item in fields.Jsons("history"))
        {
            using var document = JsonDocument.Parse(item.Text);
            var entry = document.RootElement;
            if (entry is not { ValueKind: JsonValueKind.Array } || entry.GetArrayLength() != 3
                || entry[0].ValueKind != JsonValueKind.Number || !entry[0].TryGetInt32(out var session)
                || entry[1].ValueKind != JsonValueKind.Number || !entry[1].TryGetInt32(out var line))
                throw new MessageFormatException($"history_reply: an entry is not [session, line, input]: {item}");
            switch (entry[2].ValueKind)
            {
                case JsonValueKind.String:
                    entries.Add(new(session, line, Text(entry[2], item)!));
                    break;
                case JsonValueKind.Array when entry[2].GetArrayLength() == 2:
                    withOutput = true;
                    entries.Add(new(session, line, Text(entry[2][0], item) ?? "", Text(entry[2][1], item)));
                    break;
                default:
                    throw new MessageFormatException($"history_reply: an entry's third item is neither input nor [input, output]: {item}");
            }
        }
        return new(entries, withOutput) { Status = status, Error = error };
    }

    private static string? Text(JsonElement value, RawJson entry)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new MessageFormatException($"history_reply: an entry's text is not a string: {entry}", e);
        }
    }
}
