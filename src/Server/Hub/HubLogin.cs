using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;
using Qiansi.Server.Pages;
using Qiansi.Server.Security;

namespace Qiansi.Server.Hub;

/// <summary>Browsers log in at the hub (OAuth 2.0, RFC 6749 §4.1); programs show a token of the hub's with each request.</summary>
internal sealed class HubLogin(HubEnvironment hub, HubUsers users)
{
    /// <summary>Where the hub sends browsers back to, below the prefix.</summary>
    public const string CallbackPath = "/oauth_callback";

    /// <summary>The path that logs out, here and at the hub.</summary>
    public const string LogoutPath = "/logout";

    private const int StateLength = 32;
    private const int StateNameLength = 8;
    private static readonly TimeSpan StateLife = TimeSpan.FromMinutes(10);

    /// <summary>New at each start: what browsers hold of an earlier one is void, and they come back by way of the hub unasked.</summary>
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether a request may pass: true, false for a person who may not, null for nobody in particular.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">What it shows, of header and address; its cookie is looked at when null.</param>
    public async Task<bool?> IsAllowedAsync(HttpRequest request, string? token)
    {
        token ??= Opened(request.Cookies[hub.ClientId]);
        if (string.IsNullOrEmpty(token)) return null;
        return await users.IsAllowedAsync(token, request.Cookies["jupyterhub-session-id"] ?? "", request.HttpContext.RequestAborted);
    }

    /// <summary>Lets the browser in from now on.</summary>
    public void SetCookie(HttpContext context, string token) =>
        context.Response.Cookies.Append(hub.ClientId, Signed(token), Cookie(context.Request));

    /// <summary>Sends a browser to the hub, which sends it back to <see cref="CallbackPath"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">Where it wants to go: an address on this server.</param>
    public void Begin(HttpContext context, string next)
    {
        // A cookie for each: several tabs may be on their way at once.
        var state = RandomNumberGenerator.GetHexString(StateLength, lowercase: true);
        var cookie = Cookie(context.Request);
        cookie.MaxAge = StateLife;
        context.Response.Cookies.Append(StateCookie(state), Signed($"{state} {next}"), cookie);
        context.Response.Redirect($"{hub.Host}{hub.HubPrefix}api/oauth2/authorize" + QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("client_id", hub.ClientId), new("redirect_uri", hub.Callback), new("response_type", "code"), new("state", state),
            }));
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(CallbackPath, (RequestDelegate)ReturnAsync);
        routes.MapGet(LogoutPath, (RequestDelegate)LogoutAsync);
    }

    /// <summary>Tells a person who is logged in that this is not their server; sent to the hub again they would only come back.</summary>
    public Task RefuseAsync(HttpContext context)
    {
        SecurityHeaders.AllowPlainPage(context.Response);
        return PlainPage.WriteAsync(context, StatusCodes.Status403Forbidden, "Qiansi", "login", $"""
            <h1>Not your server</h1>
            <p>This is the server of another person, and the hub has not given you access to it.</p>
            <p><a class="button" href="{System.Net.WebUtility.HtmlEncode(hub.Host + hub.HubPrefix)}home">My own server</a></p>
            """);
    }

    private async Task ReturnAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var state = query["state"].FirstOrDefault() ?? "";
        var name = state.Length == StateLength ? StateCookie(state) : "";
        if (Opened(context.Request.Cookies[name])?.Split(' ', 2) is not [var begun, var next]
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(begun), Encoding.UTF8.GetBytes(state)))
            throw new HttpFailure(StatusCodes.Status403Forbidden,
                "This login was not begun in this browser, or too long ago. Open your server from the hub's page again.");
        context.Response.Cookies.Delete(name, Cookie(context.Request));
        if (query["code"].FirstOrDefault() is not { Length: > 0 } code)
            throw new HttpFailure(StatusCodes.Status403Forbidden,
                $"The hub refused the login: "
                    + $"{query["error_description"].FirstOrDefault() ?? query["error"].FirstOrDefault() ?? "it says no reason"}");
        var token = await users.TokenOfAsync(code, context.RequestAborted);
        SetCookie(context, token);
        Xsrf.Give(context);
        context.Response.Redirect(next);
    }

    private Task LogoutAsync(HttpContext context)
    {
        if (Opened(context.Request.Cookies[hub.ClientId]) is { } token) users.Forget(token);
        context.Response.Cookies.Delete(hub.ClientId, Cookie(context.Request));
        context.Response.Redirect($"{hub.Host}{hub.HubPrefix}logout");
        return Task.CompletedTask;
    }

    private string StateCookie(string state) => $"{hub.ClientId}-oauth-state-{state[..StateNameLength]}";

    private CookieOptions Cookie(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = hub.Prefix + "/",
        Secure = ForwardedScheme.Of(request) == "https",
    };

    private string Signed(string value) => $"{Base64(Encoding.UTF8.GetBytes(value))}.{Signature(value)}";

    /// <summary>A value that this server has signed; null for any other.</summary>
    private string? Opened(string? signed)
    {
        if (signed?.Split('.') is not [var encoded, var signature]) return null;
        var buffer = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(
            encoded.Replace('-', '+').Replace('_', '/').PadRight((encoded.Length + 3) / 4 * 4, '='), buffer, out var length)) return null;
        var value = Encoding.UTF8.GetString(buffer, 0, length);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Signature(value)))
            ? value : null;
    }

    private string Signature(string value) => Base64(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(value)));

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
