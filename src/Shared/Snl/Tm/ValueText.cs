using System.Globalization;
using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Tm;

/// <summary>Values in a data memory as text.</summary>
internal static class ValueText
{
    /// <summary>Elements of an array that are shown.</summary>
    private const int MaximalElements = 12;

    /// <summary>A value of a type at an address: <c>42</c>, <c>'a'</c>, <c>[3, 1, 4]</c>, <c>(x = 1, y = 2)</c>.</summary>
    public static string Of(SnlType? type, int address, ReadOnlySpan<int> data)
    {
        switch (type)
        {
            case ArrayType array:
                var elements = new string[Math.Min(array.Size, MaximalElements)];
                for (var i = 0; i < elements.Length; i++) elements[i] = Of(array.Element, address + i, data);
                return $"[{string.Join(", ", elements)}{(array.Size > MaximalElements ? ", …" : "")}]";
            case RecordType record:
                var fields = new List<string>();
                foreach (var field in record.Fields) fields.Add($"{field.Name} = {Of(field.Type, address + field.Offset, data)}");
                return $"({string.Join(", ", fields)})";
            case null:
                return "?";
            default:
                if ((uint)address >= (uint)data.Length) return "?";
                var word = data[address];
                return ReferenceEquals(type, SnlType.Char) && word is > ' ' and <= char.MaxValue && !char.IsControl((char)word)
                    && !char.IsSurrogate((char)word) ? $"'{(char)word}'" : word.ToString(CultureInfo.InvariantCulture);
        }
    }
}
