using System.Text;

namespace Qiansi.Text;

/// <summary>
/// GPT-2's bytes: the 188 that are printable in Latin-1 are tokens 0 to 187 under their own character, the other 68 follow under
/// U+0100 and after, so that its files of merges have no white space in a token.
/// </summary>
internal static class ByteNames
{
    /// <summary>The byte of each of the first 256 tokens.</summary>
    public static byte[] Bytes { get; } =
        [.. Enumerable.Range(0, 256).OrderBy(b => !IsPrintable(b)).ThenBy(b => b).Select(b => (byte)b)];

    /// <summary>The token of each byte.</summary>
    public static int[] Tokens { get; } = [.. Enumerable.Range(0, 256).Select(b => Array.IndexOf(Bytes, (byte)b))];

    /// <summary>Bytes as GPT-2's files write them.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes)
    {
        var name = new StringBuilder(bytes.Length);
        foreach (var b in bytes) name.Append(IsPrintable(b) ? (char)b : (char)(0x100 + Tokens[b] - 188));
        return name.ToString();
    }

    private static bool IsPrintable(int b) => b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
}
