using Qiansi.Contracts;

namespace Qiansi.Documents.Comparing;

/// <summary>Compares two renderings of one media type, each kind in its own way.</summary>
internal static class RenderingComparison
{
    /// <summary>What differs, or null.</summary>
    public static string? Compare(string mediaType, string stored, string fresh, ComparisonTolerance tolerance)
    {
        if (stored == fresh) return null;
        if (mediaType == "image/png") return ImageComparison.Compare(stored, fresh, tolerance);
        if (mediaType is "text/html" or "image/svg+xml") return HtmlComparison.Compare(stored, fresh, tolerance);
        if (MimeBundle.IsJson(mediaType)) return JsonComparison.Compare(stored, fresh, tolerance);
        return IsBinary(mediaType) ? ImageComparison.CompareBytes(stored, fresh) : TextComparison.Compare(stored, fresh, tolerance);
    }

    private static bool IsBinary(string mediaType) => mediaType == "application/pdf"
        || mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType.StartsWith("audio/", StringComparison.Ordinal)
        || mediaType.StartsWith("video/", StringComparison.Ordinal);
}
