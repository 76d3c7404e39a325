using System.Globalization;

namespace Qiansi.Server.Http;

/// <summary>Times as Jupyter writes them.</summary>
internal static class Timestamps
{
    /// <summary>ISO 8601, UTC, microseconds.</summary>
    public static string Text(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
