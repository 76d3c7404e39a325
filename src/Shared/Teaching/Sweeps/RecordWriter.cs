using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Qiansi.Teaching.Sweeps;

/// <summary>A file of recorded values: a line of JSON each, so that a run that is killed keeps what it recorded, and others can read
/// while it goes on: <c>{"name":"loss","step":3,"value":0.25}</c>, NaN and infinities as text.</summary>
internal sealed class RecordWriter(string path)
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 0);

    public void Write(RecordedValue recorded) => _file.Write(Encoding.UTF8.GetBytes(
        $"{{\"name\":{JsonSerializer.Serialize(recorded.Name)},\"step\":{Number(recorded.Step)},\"value\":{Number(recorded.Value)}}}\n"));

    /// <summary>The values of a file in order; none when it is not there. A last line that is not whole yet is left out.</summary>
    /// <exception cref="InvalidDataException">A line is no such value.</exception>
    public static IReadOnlyList<RecordedValue> Read(string path)
    {
        if (!File.Exists(path)) return [];
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var text = file.ReadToEnd();
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select((line, i) => Parse(line) ?? throw new InvalidDataException(
            $"{path}: line {i + 1} is no recorded value such as {{\"name\":\"loss\",\"step\":3,\"value\":0.25}}: {line}"))];
    }

    private static RecordedValue? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new(root.GetProperty("name").GetString()!, Number(root.GetProperty("value")), Number(root.GetProperty("step")));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? text : $"\"{text}\"";
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDouble();
}
