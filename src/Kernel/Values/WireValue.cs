using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Jupyter;

namespace Qiansi.Kernel.Values;

/// <summary>A value on its way between kernels: JSON, or an array of numbers as it lies in memory (row by row, little-endian).</summary>
/// <param name="ElementType">Of an array's numbers; null for JSON.</param>
/// <param name="Shape">Lengths of an array's dimensions; empty for a single number.</param>
/// <param name="Bytes">The numbers, or the JSON text as UTF-8.</param>
internal sealed record WireValue(ElementType? ElementType, IReadOnlyList<int> Shape, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>What travels beside the bytes.</summary>
    public object Head => ElementType is null ? new { form = "json" } : new { form = "array", dtype = ElementType.Name, shape = Shape };

    /// <summary>JSON as UTF-8.</summary>
    public static WireValue OfJson(ReadOnlyMemory<byte> utf8) => new(null, [], utf8);

    /// <summary>A value from what travelled.</summary>
    /// <exception cref="DirectiveException">The two do not fit together.</exception>
    public static WireValue Read(JsonElement head, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        if (buffers.Count != 1) throw Wrong($"{buffers.Count} buffers came where one belongs");
        if (Text("form") != "array") return OfJson(buffers[0]);
        var name = Text("dtype");
        var element = ElementType.Find(name ?? "")
            ?? throw Wrong($"numbers of type '{name}' are not known; {string.Join(", ", ElementType.All.Select(e => e.Name))} are");
        var shape = head.TryGetProperty("shape", out var lengths) && lengths.ValueKind == JsonValueKind.Array
            ? lengths.EnumerateArray()
                .Select(l => l.TryGetInt32(out var length) && length >= 0 ? length : throw Wrong($"a dimension of length {l}")).ToArray()
            : throw Wrong("the shape is missing");
        if (shape.Length > 32) throw Wrong($"{shape.Length} dimensions; .NET's arrays have at most 32");
        var bytes = shape.Aggregate((Int128)element.Size, (product, length) => product > int.MaxValue ? product : product * length);
        return bytes == buffers[0].Length
            ? new(element, shape, buffers[0]) : throw Wrong($"{buffers[0].Length} bytes came for {name}[{string.Join(", ", shape)}]");

        string? Text(string property) =>
            head.ValueKind == JsonValueKind.Object && head.TryGetProperty(property, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static DirectiveException Wrong(string what) => new($"A value that another kernel sent cannot be read: {what}.");
}
