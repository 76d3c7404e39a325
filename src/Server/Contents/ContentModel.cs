using System.Text.Json;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>What a front end is told of a file or folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="Type"><c>notebook</c>, <c>file</c> or <c>directory</c>.</param>
internal sealed record ContentModel(ContentPath Path, string Type)
{
    /// <summary><c>json</c>, <c>text</c> or <c>base64</c>; null without content.</summary>
    public string? Format { get; init; }

    public string? MediaType { get; init; }

    /// <summary>SHA-256 of the file, in hex; null when it was not asked for.</summary>
    public string? Hash { get; init; }

    /// <summary>Writes the content; null when it was not asked for.</summary>
    public Action<Utf8JsonWriter>? Content { get; init; }

    /// <summary>The file on disk as it was when the content was read.</summary>
    public required FileSystemInfo Info { get; init; }

    /// <summary>Writes it as Jupyter Server does.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Path.Name);
        json.WriteString("path", Path.Api);
        json.WriteString("last_modified", Timestamps.Text(Info.LastWriteTimeUtc));
        json.WriteString("created", Timestamps.Text(Info.CreationTimeUtc));
        json.WriteString("format", Format);
        json.WriteString("mimetype", MediaType);
        if (Info is FileInfo file) json.WriteNumber("size", file.Length);
        else json.WriteNull("size");
        json.WriteBoolean("writable", FileFacts.IsWritable(Path.File));
        json.WriteString("type", Type);
        json.WriteString("hash", Hash);
        json.WriteString("hash_algorithm", Hash is null ? null : "sha256");
        json.WritePropertyName("content");
        if (Content is null) json.WriteNullValue();
        else Content(json);
        json.WriteEndObject();
    }
}
