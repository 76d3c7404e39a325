using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Server.Security;

/// <summary>Requests that change something and that a cookie lets in repeat another cookie in a header or form:
/// a page elsewhere can neither read it nor send the header.</summary>
/// <remarks>The value says nothing of the server, because browsers keep one cookie of a name for all ports of a machine:
/// two servers share it.</remarks>
internal static class Xsrf
{
    public const string Cookie = "_xsrf";
    public const string Header = "X-XSRFToken";
    private const int ShortestValue = 32;

    /// <summary>The browser's value; a new one is given to it when it has none.</summary>
    public static string Give(HttpContext context)
    {
        if (Given(context.Request) is { } value) return value;
        if (context.Items[Cookie] is string made) return made;
        var fresh = RandomNumberGenerator.GetHexString(ShortestValue, lowercase: true);
        context.Items[Cookie] = fresh;
        context.Response.Cookies.Append(
            Cookie, fresh, new CookieOptions { SameSite = SameSiteMode.Strict, Path = context.Request.PathBase + "/" });
        return fresh;
    }

    /// <summary>Whether a header or field repeats the cookie.</summary>
    public static bool IsRepeated(HttpRequest request, string? repeated) =>
        repeated is not null && Given(request) is { } value
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(repeated));

    private static string? Given(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: >= ShortestValue } value && value.All(char.IsAsciiLetterOrDigit) ? value : null;
}
