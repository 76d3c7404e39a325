using System.Globalization;
using System.Text.Json;

namespace Qiansi.Documents.Comparing;

/// <summary>Compares JSON by structure: the order of names does not count, numbers are compared within the tolerance.</summary>
internal static class JsonComparison
{
    /// <summary>What differs, with its path, or null.</summary>
    public static string? Compare(string stored, string fresh, ComparisonTolerance tolerance)
    {
        try
        {
            using var before = JsonDocument.Parse(stored);
            using var now = JsonDocument.Parse(fresh);
            return Compare("$", before.RootElement, now.RootElement, tolerance);
        }
        catch (JsonException)
        {
            return TextComparison.Compare(stored, fresh, tolerance); // NaN and the like: what is no JSON is still text
        }
    }

    private static string? Compare(string path, JsonElement a, JsonElement b, ComparisonTolerance tolerance)
    {
        if (a.ValueKind != b.ValueKind) return Differ(path, a, b);
        switch (a.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in a.EnumerateObject())
                {
                    var inner = $"{path}.{member.Name}";
                    var difference = b.TryGetProperty(member.Name, out var other)
                        ? Compare(inner, member.Value, other, tolerance) : $"{inner}: stored {Excerpt(member.Value)}, fresh nothing";
                    if (difference is not null) return difference;
                }

                foreach (var member in b.EnumerateObject())
                    if (!a.TryGetProperty(member.Name, out _))
                        return $"{path}.{member.Name}: stored nothing, fresh {Excerpt(member.Value)}";
                return null;
            case JsonValueKind.Array:
                if (a.GetArrayLength() != b.GetArrayLength())
                    return $"{path}: stored {a.GetArrayLength()} elements, fresh {b.GetArrayLength()}";
                foreach (var (index, item) in a.EnumerateArray().Index())
                    if (Compare($"{path}[{index.ToString(CultureInfo.InvariantCulture)}]", item, b[index], tolerance) is { } difference)
                        return difference;
                return null;
            case JsonValueKind.Number:
                return tolerance.Same(a.GetDouble(), b.GetDouble()) ? null : Differ(path, a, b);
            case JsonValueKind.String:
                return TextComparison.Compare(a.GetString()!, b.GetString()!, tolerance) is null ? null : Differ(path, a, b);
            default:
                return null;
        }
    }

    private static string Differ(string path, JsonElement a, JsonElement b) => $"{path}: stored {Excerpt(a)}, fresh {Excerpt(b)}";

    private static string Excerpt(JsonElement value) => TextComparison.Shorten(value.GetRawText(), 0);
}
