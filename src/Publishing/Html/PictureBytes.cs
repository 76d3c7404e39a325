using System.Text;

namespace Qiansi.Publishing.Html;

/// <summary>Pictures as notebooks keep them.</summary>
internal static class PictureBytes
{
    /// <summary>
    /// The bytes of a picture: base64 as browsers read it, where white space and missing padding do not matter; an SVG may be its own text.
    /// </summary>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="content">What the notebook has.</param>
    /// <returns>Null when the content is not base64.</returns>
    public static byte[]? Of(string mediaType, string content)
    {
        if (mediaType == "image/svg+xml" && content.AsSpan().TrimStart().StartsWith('<')) return Encoding.UTF8.GetBytes(content);
        var base64 = string.Concat(content.Where(c => !char.IsWhiteSpace(c))).TrimEnd('=');
        var bytes = new byte[base64.Length];
        var padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
