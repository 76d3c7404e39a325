namespace Qiansi.Publishing.Html;

/// <summary>Which addresses a page that is not trusted may name.</summary>
internal static class SafeAddress
{
    private static readonly string[] LinkSchemes = ["http", "https", "mailto", "ftp", "tel"];

    /// <summary>Whether a link may lead there: the web, mail, or a place relative to the page.</summary>
    public static bool IsLink(string address)
    {
        // Browsers skip white space and control characters in a scheme, so they are taken out before it is looked at.
        var bare = string.Concat(address.Where(c => c > ' ' && c != '\x7f'));
        var end = bare.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || bare[end] != ':' || LinkSchemes.Contains(bare[..end], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a picture, sound or film comes with the address itself.</summary>
    public static bool IsMedia(string address)
    {
        var bare = address.TrimStart();
        return new[] { "data:image/", "data:audio/",
            "data:video/" }.Any(start => bare.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }
}
