namespace Qiansi.Server.Security;

/// <summary>How the browser asked: behind a hub's proxy that speaks TLS, the request that comes here does not.</summary>
internal static class ForwardedScheme
{
    /// <summary><c>https</c> or <c>http</c>; of several proxies the first, which the browser spoke to.</summary>
    /// <remarks>Only looked at under a hub: elsewhere a page could claim it.</remarks>
    public static string Of(HttpRequest request) =>
        request.Headers["X-Forwarded-Proto"].FirstOrDefault()?.Split(',')[0].Trim() is "https" ? "https" : request.Scheme;
}
