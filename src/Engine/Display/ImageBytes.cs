namespace Qiansi.Engine.Display;

/// <summary>Recognises image files by their first bytes.</summary>
internal static class ImageBytes
{
    /// <summary>The media type of PNG, JPEG, GIF, WebP, BMP or SVG content; null for anything else.</summary>
    public static string? MediaType(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => "image/gif",
        _ when bytes.StartsWith("RIFF"u8) && bytes.Length > 11 && bytes[8..].StartsWith("WEBP"u8) => "image/webp",
        _ when IsBitmap(bytes) => "image/bmp",
        _ when IsSvg(bytes) => "image/svg+xml",
        _ => null,
    };

    /// <summary>Width and height as the header of a PNG, GIF or BMP file has them.</summary>
    public static (int Width, int Height)? Size(ReadOnlySpan<byte> bytes, string mediaType) => mediaType switch
    {
        "image/png" when bytes.Length >= 24 => (BigEndian(bytes[16..]), BigEndian(bytes[20..])),
        "image/gif" when bytes.Length >= 10 => (bytes[6] | bytes[7] << 8, bytes[8] | bytes[9] << 8),
        "image/bmp" when bytes.Length >= 26 => (BitConverter.ToInt32(bytes[18..]), Math.Abs(BitConverter.ToInt32(bytes[22..]))),
        _ => null,
    };

    private static int BigEndian(ReadOnlySpan<byte> bytes) => bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];

    /// <summary>Two letters alone are too common; the header's length field has to agree.</summary>
    private static bool IsBitmap(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 26 && bytes.StartsWith("BM"u8) && BitConverter.ToInt32(bytes[2..]) == bytes.Length;

    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        while (bytes.Length > 0 && bytes[0] is 0x20 or 0x0A or 0x0D or 0x09) bytes = bytes[1..];
        if (bytes.StartsWith("<svg"u8)) return true;
        return (bytes.StartsWith("<?xml"u8) || bytes.StartsWith("<!--"u8) || bytes.StartsWith("<!DOCTYPE svg"u8))
            && bytes[..Math.Min(bytes.Length, 1024)].IndexOf("<svg"u8) >= 0;
    }
}
