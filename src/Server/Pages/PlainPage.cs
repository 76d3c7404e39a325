using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;

namespace Qiansi.Server.Pages;

/// <summary>The frame of pages that are text and forms.</summary>
internal static class PlainPage
{
    /// <summary>The style sheet of these pages.</summary>
    private static byte[] Style { get; } = Resource("page.css");

    /// <summary>The picture of the tab.</summary>
    private static byte[] Icon { get; } = Resource("favicon.svg");

    /// <summary>Adds what these pages need, which browsers get before they are let in.</summary>
    public static void MapResources(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/page.css", (RequestDelegate)(c => c.BytesAsync(200, "text/css; charset=utf-8", Style)));
        foreach (var icon in (string[])["/favicon.svg", "/favicon.ico"])
            routes.MapGet(icon, (RequestDelegate)(c => c.BytesAsync(200, "image/svg+xml", Icon)));
    }

    /// <summary>Answers with a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">Title of the tab.</param>
    /// <param name="kind">Class of the body, for the style sheet.</param>
    /// <param name="body">HTML of the body.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, string kind, string body) =>
        context.BytesAsync(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>{WebUtility.HtmlEncode(title)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" type="image/svg+xml" href="{context.Request.PathBase}/favicon.svg">
        <link rel="stylesheet" href="{context.Request.PathBase}/page.css">
        </head>
        <body class="{kind}">
        <main>
        {body}
        </main>
        </body>
        </html>

        """));

    private static byte[] Resource(string name)
    {
        using var stream = typeof(PlainPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}; build it again.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
