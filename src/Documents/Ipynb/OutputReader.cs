using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents.Json;

namespace Qiansi.Documents.Ipynb;

/// <summary>Reads the outputs of a code cell.</summary>
internal sealed class OutputReader(DocumentSource source)
{
    /// <summary>Reads one output; one of an unknown type is kept as it is.</summary>
    public Output Read(JsonText json, string place)
    {
        source.Require(json, place, JsonTextKind.Object);
        var type = source.ReadString(json, "output_type", place);
        return type switch
        {
            "stream" => new StreamOutput(source.ReadString(json, "name", place), ReadText(json, "text", place)) { Origin = json },
            "display_data" => new DisplayOutput(ReadBundle(json, place), ReadMetadata(json, place)) { Origin = json },
            "execute_result" => new ResultOutput(ReadBundle(json, place),
                source.ReadCount(json["execution_count"], $"{place}.execution_count"), ReadMetadata(json, place))
            { Origin = json },
            "error" => new ErrorOutput(source.ReadString(json, "ename", place), source.ReadString(json, "evalue", place),
                ReadTraceback(json, place))
            { Origin = json },
            _ => new UnknownOutput(type, json),
        };
    }

    /// <summary>A rendering as <see cref="MimeBundle"/> holds it: text, or JSON text for JSON media types and for values
    /// nbformat does not foresee.</summary>
    public static string ReadRendering(string mediaType, JsonText json) =>
        (MimeBundle.IsJson(mediaType) ? null : MultilineText.Read(json)) ?? json.ToCompactString();

    private MimeBundle ReadBundle(JsonText json, string place)
    {
        var data = json["data"] ?? throw source.Error(json.Start, $"{place} has no data", "Give it \"data\": {} or a rendering.");
        source.Require(data, $"{place}.data", JsonTextKind.Object);
        var bundle = new MimeBundle();
        foreach (var entry in data.Entries) bundle.Add(entry.Name, ReadRendering(entry.Name, entry.Value));
        return bundle;
    }

    private JsonObject? ReadMetadata(JsonText json, string place)
    {
        if (json["metadata"] is not { } metadata) return null;
        source.Require(metadata, $"{place}.metadata", JsonTextKind.Object);
        return metadata.ToObject();
    }

    private string ReadText(JsonText json, string name, string place)
    {
        var text = json[name] ?? throw source.Error(json.Start, $"{place} has no {name}", $"Give it a \"{name}\".");
        return MultilineText.Read(text) ?? throw source.WrongType(text, $"{place}.{name}", "a string or a list of strings");
    }

    private List<string> ReadTraceback(JsonText json, string place)
    {
        if (json["traceback"] is not { } traceback) return [];
        source.Require(traceback, $"{place}.traceback", JsonTextKind.Array);
        return [.. traceback.Entries.Select(e =>
        {
            source.Require(e.Value, $"{place}.traceback", JsonTextKind.String);
            return e.Value.GetString();
        })];
    }
}
