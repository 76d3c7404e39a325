using System.Buffers;
using System.Text;

namespace Qiansi.Text;

/// <summary>UTF-8 that loses nothing: halves of surrogate pairs become three bytes and come back (WTF-8).</summary>
internal static class Utf8
{
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + (text.Length / 2) + 4);
        while (text.Length > 0)
        {
            var lone = IndexOfLoneSurrogate(text);
            Encoding.UTF8.GetBytes(lone < 0 ? text : text[..lone], bytes);
            if (lone < 0) break;
            var c = text[lone];
            bytes.Write([(byte)(0xE0 | (c >> 12)), (byte)(0x80 | ((c >> 6) & 0x3F)), (byte)(0x80 | (c & 0x3F))]);
            text = text[(lone + 1)..];
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (bytes.Length > 0)
        {
            var lone = IndexOfLoneSurrogate(bytes);
            text.Append(Encoding.UTF8.GetString(lone < 0 ? bytes : bytes[..lone]));
            if (lone < 0) break;
            text.Append((char)(((bytes[lone] & 0xF) << 12) | ((bytes[lone + 1] & 0x3F) << 6) | (bytes[lone + 2] & 0x3F)));
            bytes = bytes[(lone + 3)..];
        }

        return text.ToString();
    }

    private static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; (i = NextSurrogate(text, i)) >= 0; i += 2)
            if (CodePoints.At(text, i) <= char.MaxValue) return i;
        return -1;
    }

    private static int NextSurrogate(ReadOnlySpan<char> text, int from)
    {
        var next = from < text.Length ? text[from..].IndexOfAnyInRange('\uD800', '\uDFFF') : -1;
        return next < 0 ? -1 : from + next;
    }

    private static int IndexOfLoneSurrogate(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 2 < bytes.Length; i++)
        {
            var next = bytes[i..^2].IndexOf((byte)0xED);
            if (next < 0) return -1;
            i += next;
            if (bytes[i + 1] is >= 0xA0 and <= 0xBF && bytes[i + 2] is >= 0x80 and <= 0xBF) return i;
        }

        return -1;
    }
}
