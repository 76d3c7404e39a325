using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>comm_open</c>: opens a channel between objects of kernel and front end.</summary>
/// <param name="CommId">Id of the channel.</param>
/// <param name="TargetName">Who should answer on the other side.</param>
/// <param name="Data">First data.</param>
public sealed record CommOpen(string CommId, string TargetName, RawJson Data) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "comm_open";

    /// <summary>A module to load for the target, rarely used.</summary>
    public string? TargetModule { get; init; }

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("comm_id", CommId);
        json.WriteString("target_name", TargetName);
        if (TargetModule is not null) json.WriteString("target_module", TargetModule);
        json.WriteJson("data", Data);
    }

    internal static CommOpen Read(Fields fields) =>
        new(fields.Text("comm_id"), fields.Text("target_name"), fields.Json("data")) { TargetModule = fields.TextOrNull("target_module") };
}

/// <summary><c>comm_msg</c>: data on an open channel.</summary>
/// <param name="CommId">Id of the channel.</param>
/// <param name="Data">The data.</param>
public sealed record CommMessage(string CommId, RawJson Data) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "comm_msg";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("comm_id", CommId);
        json.WriteJson("data", Data);
    }

    internal static CommMessage Read(Fields fields) => new(fields.Text("comm_id"), fields.Json("data"));
}

/// <summary><c>comm_close</c>: ends a channel.</summary>
/// <param name="CommId">Id of the channel.</param>
/// <param name="Data">Last data.</param>
public sealed record CommClose(string CommId, RawJson Data) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "comm_close";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("comm_id", CommId);
        json.WriteJson("data", Data);
    }

    internal static CommClose Read(Fields fields) => new(fields.Text("comm_id"), fields.Json("data"));
}

/// <summary><c>comm_info_request</c>: which channels are open?</summary>
/// <param name="TargetName">Only those of this target; all when null.</param>
public sealed record CommInfoRequest(string? TargetName) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "comm_info_request";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        if (TargetName is not null) json.WriteString("target_name", TargetName);
    }

    internal static CommInfoRequest Read(Fields fields) => new(fields.TextOrNull("target_name"));
}

/// <summary><c>comm_info_reply</c>.</summary>
/// <param name="Comms">Id and target of each open channel.</param>
public sealed record CommInfoReply(IReadOnlyList<(string CommId, string TargetName)> Comms) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "comm_info_reply";

    private protected override void WriteReply(Utf8JsonWriter json)
    {
        json.WriteStartObject("comms");
        foreach (var (id, target) in Comms)
        {
            json.WriteStartObject(id);
            json.WriteString("target_name", target);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    internal static CommInfoReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        var comms = new List<(string, string)>();
        foreach (var (id, comm) in fields.Entries("comms"))
        {
            using var document = JsonDocument.Parse(comm.Text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new MessageFormatException($"comm_info_reply: comm '{id}' is not an object: {comm}");
            comms.Add((id, new Fields("comm_info_reply.comms", document.RootElement).Text("target_name", "")));
        }
        return new(comms) { Status = status, Error = error };
    }
}
