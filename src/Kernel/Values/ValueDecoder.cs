using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Jupyter;

namespace Qiansi.Kernel.Values;

/// <summary>Values from what travelled between kernels.</summary>
/// <remarks>JSON numbers become <c>int</c>, <c>long</c>, <c>BigInteger</c> or <c>double</c>, lists of one simple type become arrays of it;
/// objects and mixed lists stay <see cref="JsonElement"/>.</remarks>
internal static class ValueDecoder
{
    /// <summary>The value, of the type that a variable for it is to have.</summary>
    /// <exception cref="DirectiveException">It is not what it says it is.</exception>
    public static object? Decode(WireValue value)
    {
        if (value.ElementType is { } element) return Numbers(value, element);
        try
        {
            using var document = JsonDocument.Parse(value.Bytes, new() { MaxDepth = 256 });
            return OfJson(document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new DirectiveException($"A value that another kernel sent is not JSON: {e.Message}");
        }
    }

    private static object Numbers(WireValue value, ElementType element)
    {
        int[] lengths = value.Shape.Count == 0 ? [1] : [.. value.Shape];
        var array = Array.CreateInstance(element.Type, lengths);
        if (value.Bytes.Length > 0)
            value.Bytes.Span.CopyTo(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), value.Bytes.Length));
        return value.Shape.Count == 0 ? array.GetValue(0)! : array;
    }

    private static object? OfJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json),
        JsonValueKind.Array when json.GetArrayLength() > 0 => OfList(json),
        _ => json,
    };

    private static object Number(JsonElement json)
    {
        if (json.TryGetInt32(out var small)) return small;
        if (json.TryGetInt64(out var large)) return large;
        var isWhole = !json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');
        return isWhole ? BigInteger.Parse(json.GetRawText(), CultureInfo.InvariantCulture) : json.GetDouble();
    }

    private static object OfList(JsonElement json)
    {
        var kinds = json.EnumerateArray().Select(i => i.ValueKind is JsonValueKind.False ? JsonValueKind.True : i.ValueKind)
            .Distinct().Take(2).ToArray();
        return kinds switch
        {
            [JsonValueKind.String] => json.EnumerateArray().Select(i => i.GetString()!).ToArray(),
            [JsonValueKind.True] => json.EnumerateArray().Select(i => i.GetBoolean()).ToArray(),
            [JsonValueKind.Number] => OfNumbers([.. json.EnumerateArray().Select(Number)]),
            _ => json,
        };
    }

    private static object OfNumbers(object[] numbers)
    {
        if (Array.TrueForAll(numbers, n => n is int)) return numbers.Cast<int>().ToArray();
        if (Array.TrueForAll(numbers, n => n is int or long))
            return Array.ConvertAll(numbers, n => Convert.ToInt64(n, CultureInfo.InvariantCulture));
        if (Array.TrueForAll(numbers, n => n is int or long or BigInteger))
            return Array.ConvertAll(numbers, n => n as BigInteger? ?? Convert.ToInt64(n, CultureInfo.InvariantCulture));
        return Array.ConvertAll(numbers, n => n is BigInteger big ? (double)big : Convert.ToDouble(n, CultureInfo.InvariantCulture));
    }
}
