using System.Globalization;
using System.Text;

namespace Qiansi.Documents.Json;

/// <summary>JSON's string escapes (RFC 8259, section 7), both ways.</summary>
/// <remarks>Unlike System.Text.Json it takes surrogates that do not pair: JavaScript front ends write them when output
/// was cut inside an emoji.</remarks>
internal static class JsonStrings
{
    /// <summary>The characters of a string, given the checked bytes between its quotes.</summary>
    public static string Unescape(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'\\')) return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOf((byte)'\\');
            if (plain < 0) plain = bytes.Length;
            text.Append(Encoding.UTF8.GetString(bytes[..plain]));
            bytes = bytes[plain..];
            if (bytes.IsEmpty) break;
            var used = 2;
            text.Append((char)bytes[1] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                'u' => Hex(bytes.Slice(2, 4), ref used),
                var itself => itself, // " \ /
            });
            bytes = bytes[used..];
        }

        return text.ToString();

        static char Hex(ReadOnlySpan<byte> digits, ref int used)
        {
            used = 6;
            return (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Appends the quoted string: short escapes where JSON has them, others only where needed.</summary>
    /// <param name="value">Any characters.</param>
    /// <param name="ascii">Whether characters from U+007F on are escaped as well.</param>
    /// <param name="target">Where the JSON goes.</param>
    public static void Append(string value, bool ascii, StringBuilder target)
    {
        target.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': target.Append("\\\""); break;
                case '\\': target.Append("\\\\"); break;
                case '\n': target.Append("\\n"); break;
                case '\r': target.Append("\\r"); break;
                case '\t': target.Append("\\t"); break;
                case '\b': target.Append("\\b"); break;
                case '\f': target.Append("\\f"); break;
                case < ' ':
                    AppendEscape(c, target);
                    break;
                case < '\x7f':
                    target.Append(c);
                    break;
                case var high when char.IsHighSurrogate(high) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) && !ascii:
                    target.Append(c).Append(value[++i]);
                    break;
                default:
                    if (ascii || char.IsSurrogate(c)) AppendEscape(c, target);
                    else target.Append(c);
                    break;
            }
        }

        target.Append('"');
    }

    private static void AppendEscape(char c, StringBuilder target) =>
        target.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
