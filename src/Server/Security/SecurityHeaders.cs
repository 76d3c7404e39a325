namespace Qiansi.Server.Security;

/// <summary>What browsers are told about the server's answers.</summary>
internal static class SecurityHeaders
{
    /// <summary>Sets them on every answer; pages and files set their own policy.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'self'";
    }

    /// <summary>JupyterLab: checks its settings by compiling their schemas, hence <c>unsafe-eval</c>;
    /// nothing comes from another machine.</summary>
    public static void AllowWorkbench(HttpContext context) => context.Response.Headers.ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; media-src 'self' data: blob:; "
        + $"connect-src 'self' {(ForwardedScheme.Of(context.Request) == "https" ? "wss" : "ws")}://{context.Request.Host.Value}; "
        + $"worker-src 'self' blob:; frame-src 'self' blob: data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>A page that is text and forms, without scripts.</summary>
    public static void AllowPlainPage(HttpResponse response) => response.Headers.ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>A file of the user's: it may do what it likes, but not as this server.</summary>
    public static void Sandbox(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = "sandbox allow-scripts allow-popups; frame-ancestors 'self'";
}
