using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel.Values;

/// <summary>Values to what travels between kernels.</summary>
internal static class ValueEncoder
{
    private const long LongestBytes = MessageCodec.MaxMessageBytes - (1L << 20);

    // Fields, so that tuples keep their items; cycles are cut, as when a value is shared with JavaScript.
    private static readonly JsonSerializerOptions Options =
        new() { IncludeFields = true, ReferenceHandler = ReferenceHandler.IgnoreCycles, MaxDepth = 128 };

    /// <summary>Rectangular arrays of numbers as they are, everything else as JSON.</summary>
    /// <exception cref="DirectiveException">The value has no JSON, or is too long for a message; the text names the variable.</exception>
    public static WireValue Encode(string name, object? value)
    {
        var encoded = value switch
        {
            Array array when ElementType.Find(array.GetType().GetElementType()) is { } element => Numbers(name, array, element),
            double number when !double.IsFinite(number) =>
                Numbers(name, new[] { number }, ElementType.Find("float64")!) with { Shape = [] },
            float number when !float.IsFinite(number) => Numbers(name, new[] { number }, ElementType.Find("float32")!) with { Shape = [] },
            Complex number => Numbers(name, new[] { number }, ElementType.Find("complex128")!) with { Shape = [] },
            BigInteger number => WireValue.OfJson(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
            _ => WireValue.OfJson(Json(name, value)),
        };
        return encoded.Bytes.Length <= LongestBytes ? encoded : throw TooLong(name, encoded.Bytes.Length);
    }

    private static WireValue Numbers(string name, Array array, ElementType element)
    {
        var length = array.LongLength * element.Size;
        if (length > LongestBytes) throw TooLong(name, length);
        var bytes = new byte[length];
        // An array of any rank lies in memory row by row.
        if (length > 0) MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), (int)length).CopyTo(bytes);
        return new(element, [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)], bytes);
    }

    private static byte[] Json(string name, object? value)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(value, value?.GetType() ?? typeof(object), Options);
        }
        catch (ArgumentException e) when (e.Message.Contains("infinity", StringComparison.Ordinal))
        {
            throw new DirectiveException($"'{name}' holds NaN or an infinity, which JSON does not have; share it as an array of numbers, "
                + "which travels as it is (list.ToArray(), double[,]).");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new DirectiveException($"'{name}' ({value?.GetType().Name}) has no JSON to share: {e.Message}");
        }
    }

    private static DirectiveException TooLong(string name, long bytes) =>
        new($"'{name}' is {bytes / 1048576.0:F0} MiB; at most {LongestBytes / 1048576} MiB are shared at once. "
            + "Share a part of it, or write it to a file.");
}
