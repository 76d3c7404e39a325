using System.Net;

namespace Qiansi.Server.Security;

/// <summary>Which names of this server are answered to: a page elsewhere whose name is made to point here (DNS
/// rebinding) is refused by its name.</summary>
internal sealed class HostCheck(bool isLoopback, IReadOnlyList<string> allowed)
{
    /// <summary>Whether the <c>Host</c> of a request is one of this server's.</summary>
    public bool Allows(HostString host)
    {
        if (!host.HasValue) return false;
        var name = host.Host.Trim('[', ']');
        if (name.Length == 0) return false;
        if (allowed.Contains(name, StringComparer.OrdinalIgnoreCase)) return true;
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        // No name server stands behind a number.
        if (IPAddress.TryParse(name, out var address)) return !isLoopback || IPAddress.IsLoopback(address);
        return !isLoopback && name.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a request may come from the page it says it comes from: this server's own pages, or no page at all.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scheme">How the browser asked.</param>
    public static bool AllowsOrigin(HttpRequest request, string scheme)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0)
            return request.Headers["Sec-Fetch-Site"] is not [var site] || site is "same-origin" or "none" || IsNavigation(request);
        return origin is [var text] && string.Equals(text, $"{scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A link that was followed: reads, and what it reads only the person sees.</summary>
    private static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] is ["navigate"]
        && request.Headers["Sec-Fetch-Dest"] is ["document"];
}
