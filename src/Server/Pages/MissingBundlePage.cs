using System.Net;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Security;

namespace Qiansi.Server.Pages;

/// <summary>Stands where JupyterLab would, when nb was built without it.</summary>
internal sealed class MissingBundlePage(string? problem)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var pattern in (string[])["/lab/{**path}", "/doc/{**path}", "/slides/{**path}"])
            routes.MapGet(pattern, (RequestDelegate)ShowAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        SecurityHeaders.AllowPlainPage(context.Response);
        return PlainPage.WriteAsync(context, 503, "Qiansi", "login", $"""
            <h1>JupyterLab is not in this build</h1>
            <p>{WebUtility.HtmlEncode(problem ?? "nb was built without it.")}</p>
            <p>Install Node.js 20 or later with npm (<a href="https://nodejs.org">nodejs.org</a>) and start <code>./nb lab</code> again: it is bundled once, which takes a few minutes. VS Code and every other
            Jupyter client can use this server already.</p>
            """);
    }
}
