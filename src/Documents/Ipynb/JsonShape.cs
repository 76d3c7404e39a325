using System.Globalization;
using Qiansi.Documents.Json;

namespace Qiansi.Documents.Ipynb;

/// <summary>Checks that JSON has the types nbformat asks for.</summary>
internal static class JsonShape
{
    /// <summary>Throws unless the value is of a kind.</summary>
    public static void Require(this DocumentSource source, JsonText json, string place, JsonTextKind kind)
    {
        if (json.Kind != kind) throw source.WrongType(json, place, Name(kind));
    }

    /// <summary>The error that a value is of the wrong type.</summary>
    public static DocumentException WrongType(this DocumentSource source, JsonText json, string place, string expected) => source.Error(
        json.Start,
        $"{place} is {(json.Kind == JsonTextKind.Array && expected.Contains("list") ? "a list of something else" : Name(json.Kind))}, not "
        + $"{expected}",
        "Mend the value, or restore the file from a backup or checkpoint.");

    /// <summary>A string that must be there.</summary>
    public static string ReadString(this DocumentSource source, JsonText parent, string name, string place)
    {
        var json = parent[name] ?? throw source.Error(parent.Start, $"{place} has no {name}", $"Give it a \"{name}\".");
        source.Require(json, $"{place}.{name}", JsonTextKind.String);
        return json.GetString();
    }

    /// <summary>An execution count: a whole number, or null when it is null or not there.</summary>
    public static int? ReadCount(this DocumentSource source, JsonText? json, string place)
    {
        if (json is null or { Kind: JsonTextKind.Null }) return null;
        return json.Kind == JsonTextKind.Number
            && double.TryParse(json.Bytes, CultureInfo.InvariantCulture, out var count) && count == (int)count
            ? (int)count
            : throw source.WrongType(json, place, "a whole number or null");
    }

    private static string Name(JsonTextKind kind) => kind switch
    {
        JsonTextKind.Object => "an object",
        JsonTextKind.Array => "a list",
        JsonTextKind.String => "a string",
        JsonTextKind.Number => "a number",
        JsonTextKind.Null => "null",
        _ => "true or false",
    };
}
