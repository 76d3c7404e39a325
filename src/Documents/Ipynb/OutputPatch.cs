using Qiansi.Contracts;
using Qiansi.Documents.Json;

namespace Qiansi.Documents.Ipynb;

/// <summary>Writes outputs; keys of new ones are in the order Jupyter writes them, which is alphabetical.</summary>
internal static class OutputPatch
{
    /// <summary>What to write for an output.</summary>
    public static JsonObjectPatch Create(Output output)
    {
        var patch = new JsonObjectPatch(output.Origin);
        if (output is DataOutput data) SetData(patch, data);
        if (output.Origin is not null) return patch; // all but data outputs are immutable
        patch.Set("output_type", (writer, _) => writer.String(output.OutputType));
        switch (output)
        {
            case StreamOutput stream:
                patch.Set("name", (writer, _) => writer.String(stream.Name));
                patch.Set("text", MultilineText.Fresh(stream.Text, asList: true));
                break;
            case ResultOutput result:
                patch.Set("execution_count", (writer, _) => writer.Count(result.ExecutionCount));
                break;
            case ErrorOutput error:
                patch.Set("ename", (writer, _) => writer.String(error.Name));
                patch.Set("evalue", (writer, _) => writer.String(error.Message));
                patch.Set("traceback", (writer, depth) => writer.Array(error.Traceback, depth, writer.String));
                break;
        }

        return patch;
    }

    /// <summary>Writes an execution count.</summary>
    public static void Count(this JsonTextWriter writer, int? count) =>
        writer.Raw(count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null");

    private static void SetData(JsonObjectPatch patch, DataOutput output)
    {
        var origin = output.Origin?["data"];
        var bundle = new JsonObjectPatch(origin);
        foreach (var entry in origin?.Entries ?? [])
            if (output.Data[entry.Name] is null) bundle.Remove(entry.Name);
        foreach (var (mediaType, value) in origin is null
            ? output.Data.OrderBy(d => d.Key, StringComparer.Ordinal) : output.Data.AsEnumerable())
        {
            var old = origin?[mediaType];
            if (old is not null && OutputReader.ReadRendering(mediaType, old) == value) continue;
            bundle.Set(mediaType, PlanRendering(mediaType, value, old));
        }

        if (bundle.Changed) patch.Set("data", bundle.Write);
        var metadata = output.Origin?["metadata"];
        if (output.Origin is not null && metadata is null && output.Metadata.Count == 0) return;
        if (JsonNodePatch.Plan(metadata, output.Metadata) is { } write) patch.Set("metadata", write);
    }

    private static Action<JsonTextWriter, int> PlanRendering(string mediaType, string value, JsonText? old)
    {
        if (MimeBundle.IsJson(mediaType) && TryParse(mediaType, value) is { } json) return (writer, depth) => writer.Text(json, depth);
        var asList = mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType is "application/javascript" or "image/svg+xml";
        return MultilineText.Plan(old, value, asList) ?? MultilineText.Fresh(value, asList);
    }

    /// <summary>JSON of a rendering; what a formatter made that is not JSON is kept as a string instead.</summary>
    private static JsonText? TryParse(string name, string json)
    {
        try
        {
            return JsonTextParser.Parse(DocumentSource.Create(name, System.Text.Encoding.UTF8.GetBytes(json)));
        }
        catch (DocumentException)
        {
            return null;
        }
    }
}
