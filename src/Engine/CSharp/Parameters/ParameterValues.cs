using System.Globalization;
using System.Text.Json;

namespace Qiansi.Engine.CSharp.Parameters;

/// <summary>Turns the text given for a parameter into the C# that says it.</summary>
internal static class ParameterValues
{
    private delegate bool Parser<T>(string text, NumberStyles styles, IFormatProvider culture, out T value);

    /// <summary>The C# for a value of a type, or null when the text is no such value.</summary>
    public static string? ToCode(ParameterType type, string text)
    {
        if (type.IsArray) return ArrayToCode(type, text);
        if (type.IsNullable && text == "null") return "null";
        var trimmed = text.Trim();
        return type.Keyword switch
        {
            "string" => SyntaxFactory.Literal(text).ToString(),
            "char" => text.Length == 1 ? SyntaxFactory.Literal(text[0]).ToString() : null,
            "bool" => bool.TryParse(trimmed, out var truth) ? truth ? "true" : "false" : null,
            "int" => Whole<int>(int.TryParse, trimmed, ""),
            "long" => Whole<long>(long.TryParse, trimmed, "L"),
            "short" => Whole<short>(short.TryParse, trimmed, ""),
            "byte" => Whole<byte>(byte.TryParse, trimmed, ""),
            "sbyte" => Whole<sbyte>(sbyte.TryParse, trimmed, ""),
            "ushort" => Whole<ushort>(ushort.TryParse, trimmed, ""),
            "uint" => Whole<uint>(uint.TryParse, trimmed, "u"),
            "ulong" => Whole<ulong>(ulong.TryParse, trimmed, "ul"),
            "double" => double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var d)
                ? Real(d, "double", double.IsFinite(d), "d") : null,
            "float" => float.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var f)
                ? Real(f, "float", float.IsFinite(f), "f") : null,
            "decimal" => decimal.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var m)
                ? m.ToString(CultureInfo.InvariantCulture) + "m" : null,
            _ => null,
        };
    }

    /// <summary>The type of a value for which the notebook has no declaration: that of the JSON it is, else text.</summary>
    public static ParameterType TypeOf(string text)
    {
        var trimmed = text.Trim();
        foreach (var keyword in (string[])["bool", "int", "long", "double"])
            if (ToCode(new(keyword), trimmed) is not null) return new(keyword);
        if (!trimmed.StartsWith('[')) return new("string");
        foreach (var keyword in (string[])["bool", "int", "long", "double", "string"])
            if (ArrayToCode(new(keyword, IsArray: true), trimmed) is not null) return new(keyword, IsArray: true);
        return new("string");
    }

    /// <summary>What a value of a type looks like, for errors.</summary>
    public static string Describe(ParameterType type) => type.IsArray
        ? $"a JSON list, each element {Describe(type.Element)}"
        : type.Keyword switch
        {
            "bool" => "true or false",
            "char" => "one character",
            "double" or "float" or "decimal" => "a number with a decimal point, such as 0.01 or 1e-3",
            "string" => "text",
            var whole => $"a whole number from {Range(whole)}",
        } + (type.IsNullable ? ", or null" : "");

    private static string Range(string keyword) => keyword switch
    {
        "int" => $"{int.MinValue} to {int.MaxValue}",
        "long" => $"{long.MinValue} to {long.MaxValue}",
        "short" => $"{short.MinValue} to {short.MaxValue}",
        "byte" => $"{byte.MinValue} to {byte.MaxValue}",
        "sbyte" => $"{sbyte.MinValue} to {sbyte.MaxValue}",
        "ushort" => $"{ushort.MinValue} to {ushort.MaxValue}",
        "uint" => $"{uint.MinValue} to {uint.MaxValue}",
        _ => $"{ulong.MinValue} to {ulong.MaxValue}",
    };

    private static string? Whole<T>(Parser<T> parse, string text, string suffix)
        where T : IFormattable =>
        parse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value.ToString(null, CultureInfo.InvariantCulture) + suffix : null;

    private static string Real<T>(T value, string keyword, bool isFinite, string suffix)
        where T : IFormattable =>
        isFinite ? value.ToString("R", CultureInfo.InvariantCulture) + suffix
        : value.ToString(null, CultureInfo.InvariantCulture) switch
        {
            "NaN" => $"{keyword}.NaN",
            "Infinity" => $"{keyword}.PositiveInfinity",
            _ => $"{keyword}.NegativeInfinity",
        };

    private static string? ArrayToCode(ParameterType type, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Array) return null;
            var elements = json.RootElement.EnumerateArray().Select(e => ElementToCode(type.Element, e)).ToList();
            return elements.Contains(null) ? null : $"new {type} {{ {string.Join(", ", elements)} }}";
        }
        catch (JsonException)
        {
            return null; // text that is not JSON is not a list; the caller says what was expected
        }
    }

    private static string? ElementToCode(ParameterType type, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when type.Keyword is "string" or "char" => ToCode(type, element.GetString()!),
        JsonValueKind.Null when type.IsNullable => "null",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when type.Keyword is not ("string" or "char") =>
            ToCode(type, element.GetRawText()),
        _ => null,
    };
}
