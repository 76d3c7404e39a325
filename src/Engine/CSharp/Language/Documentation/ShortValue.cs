using System.Collections;
using System.Globalization;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Says what a variable holds in a few words, running none of the value's own code: a cell may be changing it meanwhile.</summary>
internal static class ShortValue
{
    private const int LongestText = 60;

    /// <summary>The words, or null when nothing can be said beyond the type.</summary>
    public static string? Of(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        char character => $"'{character}'",
        bool truth => truth ? "true" : "false",
        Enum or Guid or DateTime or DateTimeOffset or TimeSpan or DateOnly or TimeOnly or Half
            or System.Numerics.BigInteger or System.Numerics.Complex
            => Convert.ToString(value, CultureInfo.InvariantCulture),
        Array { Rank: > 1 } array => string.Join(" × ", Enumerable.Range(0, array.Rank).Select(array.GetLength)) + " elements",
        Array array => Count(array.Length, "element"),
        ICollection collection when IsFromFramework(collection) => Count(collection.Count, "element"),
        IFormattable number when value.GetType().IsPrimitive || value is decimal => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsFromFramework(object value) =>
        value.GetType().Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true;

    private static string Count(int count, string what) =>
        count == 1 ? $"1 {what}" : $"{count.ToString(CultureInfo.InvariantCulture)} {what}s";

    private static string Quote(string text)
    {
        var length = Math.Min(text.Length, LongestText);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
        var shown = text[
            ..length].Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t");
        return length == text.Length ? $"\"{shown}\"" : $"\"{shown}…\" ({text.Length.ToString(CultureInfo.InvariantCulture)} characters)";
    }
}
