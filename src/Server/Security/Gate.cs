using Qiansi.Server.Http;
using Qiansi.Server.Hub;

namespace Qiansi.Server.Security;

/// <summary>Stands before every route: name of the server, origin of the request, token or cookie,
/// and the repeated cookie for requests that change something. Under a JupyterHub the hub says who may come in.</summary>
internal sealed class Gate(AccessToken token, HostCheck hosts, Func<string> cookieName, HubLogin? hub = null)
{
    /// <summary>The hub warns of servers that do not say what they are made for.</summary>
    private const string HubVersion = "3.0.0";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.Set(context.Response);
        var request = context.Request;
        if (hub is not null) context.Response.Headers["X-JupyterHub-Version"] = HubVersion;
        // Under a hub the name is that of its proxy, which this server is not told; the login is the hub's.
        if (hub is null && !hosts.Allows(request.Host))
        {
            await context.FailAsync(StatusCodes.Status403Forbidden,
                $"This server does not answer to the name '{request.Host.Host}'. Use http://127.0.0.1:{context.Connection.LocalPort}/ or "
                + "allow the name with --allow-host.", "host");
            return;
        }
        if (!HostCheck.AllowsOrigin(request, hub is null ? request.Scheme : ForwardedScheme.Of(request)))
        {
            await context.FailAsync(StatusCodes.Status403Forbidden, "The request comes from a page of another server.", "origin");
            return;
        }
        if (request.Path.Value is "/favicon.ico" or "/favicon.svg" or "/page.css"
            || (hub is null ? request.Path.Value is "/login" : request.Path.Value is HubLogin.CallbackPath or HubLogin.LogoutPath))
        {
            await next(context);
            return;
        }
        switch (hub is null ? Authenticate(request) : await AuthenticateAsync(hub, request))
        {
            case Access.Denied:
                await RefuseAsync(context);
                return;
            case Access.Stranger when HttpMethods.IsGet(request.Method) && WantsPage(request):
                await hub!.RefuseAsync(context);
                return;
            case Access.Stranger:
                await context.FailAsync(StatusCodes.Status403Forbidden, "The hub has not given you access to this server.", "hub");
                return;
            case Access.ByCookie
                when !IsSafe(request.Method) && !Xsrf.IsRepeated(request, request.Headers[Xsrf.Header]) && !await HasFormXsrfAsync(request):
                await context.FailAsync(StatusCodes.Status403Forbidden,
                    $"The header {Xsrf.Header} does not repeat the cookie {Xsrf.Cookie}. Reload the page.", "xsrf");
                return;
            case Access.ByAddress when HttpMethods.IsGet(request.Method) && WantsPage(request):
                if (hub is null) SetCookies(context);
                else hub.SetCookie(context, request.Query["token"].First()!);
                context.Response.Redirect(WithoutToken(request));
                return;
        }
        if (WantsPage(request)) Xsrf.Give(context);
        await next(context);
    }

    /// <summary>Lets the browser in from now on.</summary>
    public void SetCookies(HttpContext context)
    {
        context.Response.Cookies.Append(
            cookieName(), token.Cookie, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        Xsrf.Give(context);
    }

    private Access Authenticate(HttpRequest request)
    {
        if (!token.IsRequired) return Access.ByCookie;
        var header = request.Headers.Authorization;
        if (header.Count > 0)
        {
            // A wrong token is not made good by a cookie: the program that sent it should hear of it.
            return header is [{ } text] && (After(text, "token ") ?? After(text, "Bearer ")) is { } given && token.Matches(given)
                ? Access.ByHeader : Access.Denied;
        }
        if (request.Query.TryGetValue("token", out var query) && query.Count > 0 && query[0] is { Length: > 0 } inAddress)
            return token.Matches(inAddress) ? Access.ByAddress : Access.Denied;
        return token.MatchesCookie(request.Cookies[cookieName()]) ? Access.ByCookie : Access.Denied;
    }

    /// <summary>As <see cref="Authenticate"/>, by a hub that knows the token.</summary>
    private static async Task<Access> AuthenticateAsync(HubLogin hub, HttpRequest request)
    {
        var (header, query) = (request.Headers.Authorization, request.Query["token"].FirstOrDefault());
        var (token, access) = header.Count > 0
            ? (header is [{ } text] ? After(text, "token ") ?? After(text, "Bearer ") ?? "" : "", Access.ByHeader)
            : query is { Length: > 0 } ? (query, Access.ByAddress) : (null, Access.ByCookie);
        return await hub.IsAllowedAsync(request, token) switch { true => access, false => Access.Stranger, null => Access.Denied };
    }

    private async Task RefuseAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && WantsPage(context.Request))
        {
            if (hub is not null)
            {
                hub.Begin(context, WithoutToken(context.Request));
                return;
            }

            context.Response.Redirect($"/login?next={Uri.EscapeDataString(WithoutToken(context.Request))}");
            return;
        }
        await context.FailAsync(StatusCodes.Status403Forbidden,
            hub is null ? "The token is missing or wrong. Open the address that nb lab printed, which holds it."
                : "The hub does not know this token. Open your server from the hub's page.", "token");
    }

    private static async Task<bool> HasFormXsrfAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is not < 64 * 1024) return false;
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return Xsrf.IsRepeated(request, form[Xsrf.Cookie]);
    }

    /// <summary>The address again, without the token that must not stay in the browser's history.</summary>
    private static string WithoutToken(HttpRequest request)
    {
        var others = request.Query.Where(q => q.Key != "token").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        // Two slashes at the start would be another server's name.
        return request.PathBase + "/" + request.Path.ToUriComponent().TrimStart('/', '\\') + QueryString.Create(others);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/api");

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..].Trim() : null;

    private enum Access
    {
        Denied,
        Stranger,
        ByHeader,
        ByAddress,
        ByCookie,
    }
}
