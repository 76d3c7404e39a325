using System.Text;

namespace Qiansi.Publishing.Html;

/// <summary>Images, sound and video on disk, as <c>data:</c> addresses.</summary>
internal static class MediaFile
{
    /// <summary>The file as an address, or null when its bytes are none of the kinds browsers show.</summary>
    public static string? Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return MediaType(bytes) is { } mediaType ? $"data:{mediaType};base64,{Convert.ToBase64String(bytes)}" : null;
    }

    /// <summary>The media type that the first bytes tell, or null. Names are not believed:
    /// a page must not carry away what is no image.</summary>
    public static string? MediaType(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 4 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG"u8)) return "image/png";
        if (bytes is [0xFF, 0xD8, 0xFF, ..]) return "image/jpeg";
        if (bytes.StartsWith("GIF8"u8)) return "image/gif";
        if (bytes.StartsWith("BM"u8) && bytes.Length > 26) return "image/bmp";
        if (bytes is [0, 0, 1, 0, ..]) return "image/x-icon";
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12)
            return bytes[8..].StartsWith("WEBP"u8) ? "image/webp" : bytes[8..].StartsWith("WAVE"u8) ? "audio/wav" : null;
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8)) return bytes[8..].StartsWith("avif"u8) ? "image/avif" : "video/mp4";
        if (bytes is [0x1A, 0x45, 0xDF, 0xA3, ..]) return "video/webm";
        if (bytes.StartsWith("OggS"u8)) return "audio/ogg";
        if (bytes.StartsWith("ID3"u8) || bytes is [0xFF, 0xFB or 0xF3 or 0xF2, ..]) return "audio/mpeg";
        return IsSvg(bytes) ? "image/svg+xml" : null;
    }

    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 4096)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return head.StartsWith('<') && head.Contains("<svg", StringComparison.OrdinalIgnoreCase)
            && !head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
