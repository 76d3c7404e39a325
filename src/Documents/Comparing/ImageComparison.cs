using System.Globalization;
using Qiansi.Drawing.Png;

namespace Qiansi.Documents.Comparing;

/// <summary>Compares pictures: PNG by its pixels, others by their bytes.</summary>
internal static class ImageComparison
{
    /// <summary>What differs between two PNGs in base64, or null.</summary>
    public static string? Compare(string stored, string fresh, ComparisonTolerance tolerance)
    {
        var before = Decode(stored, out var problem);
        if (before is null) return $"the stored image is no PNG that can be read ({problem})";
        var now = Decode(fresh, out problem);
        if (now is null) return $"the fresh image is no PNG that can be read ({problem})";
        if ((before.Width, before.Height) != (now.Width, now.Height))
            return $"stored {before.Width}×{before.Height} pixels, fresh {now.Width}×{now.Height}";

        var (differing, largest, first) = (0, 0, -1);
        for (var pixel = 0; pixel < before.Width * before.Height; pixel++)
        {
            var distance = Distance(Rgba(before, pixel), Rgba(now, pixel));
            if (distance <= tolerance.Channel) continue;
            differing++;
            largest = Math.Max(largest, distance);
            if (first < 0) first = pixel;
        }

        if (differing <= tolerance.Pixels * before.Width * before.Height) return null;
        return string.Create(
            CultureInfo.InvariantCulture, $"{differing:N0} of {before.Width * before.Height:N0} pixels differ, by up to {largest} of 255; ")
            + $"the first at x {first % before.Width}, y {first / before.Width}: stored {Color(Rgba(before, first))}, "
            + $"fresh {Color(Rgba(now, first))}";
    }

    /// <summary>What differs between two files in base64, or null.</summary>
    public static string? CompareBytes(string stored, string fresh)
    {
        byte[]? before = FromBase64(stored), now = FromBase64(fresh);
        if (before is null || now is null) return stored == fresh ? null : "not base64, and the texts differ";
        if (before.AsSpan().SequenceEqual(now)) return null;
        var at = before.AsSpan().CommonPrefixLength(now);
        return string.Create(
            CultureInfo.InvariantCulture, $"stored {before.Length:N0} bytes, fresh {now.Length:N0}; they part at byte {at:N0}");
    }

    private static int Distance((byte R, byte G, byte B, byte A) a, (byte R, byte G, byte B, byte A) b) =>
        a.A == 0 && b.A == 0 ? 0 // what is not to be seen has no colour
        : Math.Max(Math.Max(Math.Abs(a.R - b.R), Math.Abs(a.G - b.G)), Math.Max(Math.Abs(a.B - b.B), Math.Abs(a.A - b.A)));

    private static (byte R, byte G, byte B, byte A) Rgba(Picture picture, int pixel)
    {
        var samples = picture.Samples.AsSpan(pixel * picture.Channels, picture.Channels);
        return samples.Length < 3
            ? (samples[0], samples[0], samples[0], samples.Length == 2 ? samples[1] : byte.MaxValue)
            : (samples[0], samples[1], samples[2], samples.Length == 4 ? samples[3] : byte.MaxValue);
    }

    private static Picture? Decode(string base64, out string problem)
    {
        problem = "not base64";
        if (FromBase64(base64) is not { } bytes) return null;
        try
        {
            return PngFile.Decode(bytes);
        }
        catch (InvalidDataException e)
        {
            problem = e.Message;
            return null;
        }
    }

    private static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static string Color((byte R, byte G, byte B, byte A) rgba) => "#" + Convert.ToHexStringLower([rgba.R, rgba.G, rgba.B, rgba.A]);
}
