using System.Text;

namespace Qiansi.Text;

/// <summary>Bytes as a reader can see them.</summary>
internal static class TokenNames
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text, with <c>␣</c> for a space and <c>↵</c> for a line feed; bytes that are part of a character as <c>⟨E4 BD⟩</c>.
    /// </summary>
    public static string Of(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes).Replace(' ', '␣').Replace('\n', '↵');
            return text.Any(char.IsControl) ? Hexadecimal(bytes) : text;
        }
        catch (DecoderFallbackException)
        {
            return Hexadecimal(bytes);
        }
    }

    private static string Hexadecimal(byte[] bytes) => $"⟨{string.Join(' ', bytes.Select(b => b.ToString("X2")))}⟩";
}
