using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Workbench;

/// <summary>Serves the files of a folder of the program.</summary>
internal sealed class FolderFiles(string folder, string cacheControl)
{
    /// <summary>Serves them below an address.</summary>
    public void Map(IEndpointRouteBuilder routes, string prefix) => routes.MapGet(prefix + "/{**file}", (RequestDelegate)ServeAsync);

    private async Task ServeAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["file"] as string ?? "";
        var file = Path.GetFullPath(Path.Combine(folder, name));
        if (name.Contains('\0') || !file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
            throw new HttpFailure(404, $"There is no file '{name}'.");
        var info = new FileInfo(file);
        var (headers, tag) = (context.Response.Headers, FileFacts.Tag(info));
        headers.CacheControl = cacheControl;
        headers.ETag = tag;
        headers.ContentSecurityPolicy = "default-src 'self'";
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            await context.EmptyAsync(304);
            return;
        }
        context.Response.ContentType = MediaTypes.ForAnswer(name);
        context.Response.ContentLength = info.Length;
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }
}
