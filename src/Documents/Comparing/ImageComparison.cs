using System.Globalization;

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
        if ((before.Width, before.Height) != (now.Width, now.Height)) return $"stored {before.Width}×{before.Height} pixels, fresh {now.Width}×{now.Height}";

        var (differing, largest, first) = (0, 0, -1);
        for (var pixel = 0; pixel < before.Width * before.Height; pixel++)
        {
            var distance = Distance(before.Rgba.AsSpan(pixel * 4, 4), now.Rgba.AsSpan(pixel * 4, 4));
            if (distance <= tolerance.Channel) continue;
            differing++;
            largest = Math.Max(largest, distance);
            if (first < 0) first = pixel;
        }

        if (differing <= tolerance.Pixels * before.Width * before.Height) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{differing:N0} of {before.Width * before.Height:N0} pixels differ, by up to {largest} of 255; ")
            + $"the first at x {first % before.Width}, y {first / before.Width}: stored {Color(before, first)}, fresh {Color(now, first)}";
    }

    /// <summary>What differs between two files in base64, or null.</summary>
    public static string? CompareBytes(string stored, string fresh)
    {
        byte[]? before = FromBase64(stored), now = FromBase64(fresh);
        if (before is null || now is null) return stored == fresh ? null : "not base64, and the texts differ";
        if (before.AsSpan().SequenceEqual(now)) return null;
        var at = before.AsSpan().CommonPrefixLength(now);
        return string.Create(CultureInfo.InvariantCulture, $"stored {before.Length:N0} bytes, fresh {now.Length:N0}; they part at byte {at:N0}");
    }

    private static int Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a[3] == 0 && b[3] == 0) return 0; // what is not to be seen has no colour
        var largest = 0;
        for (var channel = 0; channel < 4; channel++) largest = Math.Max(largest, Math.Abs(a[channel] - b[channel]));
        return largest;
    }

    private static PngImage? Decode(string base64, out string problem)
    {
        problem = "not base64";
        if (FromBase64(base64) is not { } bytes) return null;
        try
        {
            return PngDecoder.Decode(bytes);
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

    private static string Color(PngImage image, int pixel) => "#" + Convert.ToHexStringLower(image.Rgba, pixel * 4, 4);
}
