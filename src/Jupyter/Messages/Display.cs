using System.Text.Json;
using Qiansi.Contracts;

namespace Qiansi.Jupyter.Messages;

/// <summary>A shown value: what <c>display_data</c>, <c>update_display_data</c> and <c>execute_result</c> have in common.</summary>
/// <param name="Data">The value in its renderings.</param>
public abstract record DisplayContent(MimeBundle Data) : MessageContent
{
    /// <summary>Metadata by media type: width, height, ….</summary>
    public RawJson Metadata { get; init; } = RawJson.Empty;

    /// <summary>The id under which it can be replaced, or null.</summary>
    public string? DisplayId { get; init; }

    internal override int SizeHint => (int)Math.Min(512 + Data.Sum(e => e.Value.Length + (e.Value.Length / 16L)), 1L << 30);

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteBundle("data", Data);
        json.WriteJson("metadata", Metadata);
        json.WriteStartObject("transient");
        if (DisplayId is not null) json.WriteString("display_id", DisplayId);
        json.WriteEndObject();
    }

    private protected static string? ReadDisplayId(Fields fields) => fields.Nested("transient")?.TextOrNull("display_id");
}

/// <summary><c>display_data</c>: show a value.</summary>
public sealed record DisplayData(MimeBundle Data) : DisplayContent(Data)
{
    /// <inheritdoc />
    public override string MessageType => "display_data";

    internal static DisplayData Read(Fields fields) =>
        new(fields.Bundle("data")) { Metadata = fields.Json("metadata"), DisplayId = ReadDisplayId(fields) };
}

/// <summary><c>update_display_data</c>: replace what is shown under the id.</summary>
public sealed record UpdateDisplayData(MimeBundle Data) : DisplayContent(Data)
{
    /// <inheritdoc />
    public override string MessageType => "update_display_data";

    internal static UpdateDisplayData Read(Fields fields) =>
        new(fields.Bundle("data")) { Metadata = fields.Json("metadata"), DisplayId = ReadDisplayId(fields) };
}

/// <summary><c>execute_result</c>: the cell's value.</summary>
/// <param name="Data">The value in its renderings.</param>
/// <param name="ExecutionCount">The cell's number.</param>
public sealed record ExecuteResult(MimeBundle Data, int ExecutionCount) : DisplayContent(Data)
{
    /// <inheritdoc />
    public override string MessageType => "execute_result";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteNumber("execution_count", ExecutionCount);
        base.WriteFields(json);
    }

    internal static ExecuteResult Read(Fields fields) =>
        new(fields.Bundle("data"), fields.Number("execution_count", 0))
        {
            Metadata = fields.Json("metadata"),
            DisplayId = ReadDisplayId(fields)
        };
}
