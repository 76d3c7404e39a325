using System.Collections;
using System.Globalization;

namespace Qiansi.SqlCells.Tables;

/// <summary>Values that no column of a data frame holds, as the database writes them.</summary>
internal static class ValueText
{
    private const int MostBytes = 32;

    /// <summary>The text of a value.</summary>
    public static string Of(object? value) => value switch
    {
        null => "NULL",
        string text => text,
        // Its memory is the database's and gone with the result.
        Stream bytes => Hexadecimal(bytes),
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(k => $"{Of(k)}: {Of(map[k])}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Hexadecimal(Stream bytes)
    {
        var shown = new byte[Math.Min(bytes.Length, MostBytes)];
        bytes.ReadExactly(shown);
        return $"0x{Convert.ToHexString(shown)}{(bytes.Length > MostBytes ? $"… {bytes.Length} bytes" : "")}";
    }
}
