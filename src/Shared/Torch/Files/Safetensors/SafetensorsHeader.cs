using System.Text.Json;
using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Safetensors;

/// <summary>The header of a safetensors file: JSON that says of each tensor its type, shape and bytes.</summary>
internal static class SafetensorsHeader
{
    /// <summary>Larger headers are refused, as the format's own library does.</summary>
    public const int MaximumBytes = 100_000_000;

    private static readonly Dictionary<string, FileType> Types = new()
    {
        ["BOOL"] = FileType.Bool,
        ["U8"] = FileType.UInt8,
        ["I8"] = FileType.Int8,
        ["I16"] = FileType.Int16,
        ["U16"] = FileType.UInt16,
        ["I32"] = FileType.Int32,
        ["U32"] = FileType.UInt32,
        ["I64"] = FileType.Int64,
        ["F16"] = FileType.Float16,
        ["BF16"] = FileType.BFloat16,
        ["F32"] = FileType.Float32,
        ["F64"] = FileType.Float64,
    };

    /// <summary>Reads and checks a header.</summary>
    /// <param name="json">The header's bytes.</param>
    /// <param name="dataBytes">The bytes that follow it; the tensors have to cover them without gap or overlap.</param>
    /// <param name="file">For errors.</param>
    /// <exception cref="InvalidDataException">It says what is wrong, and of which tensor.</exception>
    public static (List<SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Read(ReadOnlyMemory<byte> json, long dataBytes,
        string file)
    {
        var place = new FilePlace(file, "header");
        var entries = new List<SafetensorsEntry>();
        var metadata = new Dictionary<string, string>();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw place.Error($"it is {document.RootElement.ValueKind}, not an object");
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__")
                    foreach (var pair in property.Value.EnumerateObject()) metadata[pair.Name] = pair.Value.GetString() ?? "";
                else
                    entries.Add(ReadEntry(property.Name, property.Value, file));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw place.Error($"not the JSON of a safetensors file ({e.Message})", e);
        }

        CheckOffsets(entries, dataBytes, file);
        return (entries, metadata);
    }

    /// <summary>Writes a header for tensors in the order of their bytes, padded so that the data begins at a multiple of 8.</summary>
    public static byte[] Write(IEnumerable<SafetensorsEntry> entries, IReadOnlyDictionary<string, string>? metadata)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                writer.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata) writer.WriteString(key, value);
                writer.WriteEndObject();
            }

            foreach (var entry in entries)
            {
                writer.WriteStartObject(entry.Name);
                writer.WriteString("dtype", Types.First(t => t.Value == entry.Type).Key);
                writer.WriteStartArray("shape");
                foreach (var size in entry.Shape) writer.WriteNumberValue(size);
                writer.WriteEndArray();
                writer.WriteStartArray("data_offsets");
                writer.WriteNumberValue(entry.Begin);
                writer.WriteNumberValue(entry.End);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        while (stream.Length % 8 != 0) stream.WriteByte((byte)' ');
        return stream.ToArray();
    }

    private static SafetensorsEntry ReadEntry(string name, JsonElement json, string file)
    {
        var place = new FilePlace(file, $"tensor '{name}'");
        foreach (var required in (string[])["dtype", "shape", "data_offsets"])
            if (!json.TryGetProperty(required, out _)) throw place.Error($"its header has no {required}");
        var dtype = json.GetProperty("dtype").GetString() ?? "";
        if (!Types.TryGetValue(dtype, out var type))
            throw place.Error($"elements of type {dtype} cannot be read; those that can are {string.Join(", ", Types.Keys)}");
        long[] shape = [.. json.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64())];
        var offsets = json.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2) throw place.Error($"data_offsets has {offsets.GetArrayLength()} numbers, not 2");
        var entry = new SafetensorsEntry(name, type, shape, offsets[0].GetInt64(), offsets[1].GetInt64());
        var bytes = ArrayLayout.Count(shape, type, place) * type.Size();
        if (entry.Begin < 0 || entry.End < entry.Begin) throw place.Error($"its bytes {entry.Begin} to {entry.End} are no range");
        if (entry.End - entry.Begin != bytes)
            throw place.Error(
                $"shape [{string.Join(", ", shape)}] of {dtype} takes {bytes} bytes, but bytes {entry.Begin} to {entry.End} are "
                    + $"{entry.End - entry.Begin}");
        return entry;
    }

    private static void CheckOffsets(List<SafetensorsEntry> entries, long dataBytes, string file)
    {
        long end = 0;
        SafetensorsEntry? previous = null;
        foreach (var entry in entries.OrderBy(e => e.Begin).ThenBy(e => e.End))
        {
            var place = new FilePlace(file, $"tensor '{entry.Name}'");
            if (entry.Begin < end)
                throw place.Error(
                    $"its bytes {entry.Begin} to {entry.End} overlap those of '{previous!.Name}' ({previous.Begin} to {previous.End})");
            if (entry.Begin > end)
                throw place.Error(
                    $"its bytes begin at {entry.Begin}, and those of the tensor before it end at {end}: no tensor has the bytes between");
            if (entry.End > dataBytes)
                throw place.Error(
                    $"its bytes {entry.Begin} to {entry.End} reach beyond the file's end at {dataBytes}: the file is cut off");
            (previous, end) = (entry, entry.End);
        }

        if (end != dataBytes)
            throw new FilePlace(file, "header").Error($"the tensors end at byte {end} of the data, the file at {dataBytes}");
    }
}
