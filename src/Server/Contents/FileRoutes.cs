using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;
using Qiansi.Server.Security;

namespace Qiansi.Server.Contents;

/// <summary><c>/files</c>: files as they are, for downloads and for pictures in text.</summary>
internal sealed class FileRoutes(RootFolder root)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/files/{**path}", ["GET", "HEAD"], (RequestDelegate)ServeAsync);

    private async Task ServeAsync(HttpContext context)
    {
        var path = root.Resolve(context.Request.RouteValues["path"] as string ?? "");
        if (path.IsFolder) throw new HttpFailure(400, $"'{path.Api}' is a folder.");
        var info = new FileInfo(path.File);
        if (!info.Exists) throw new HttpFailure(404, $"There is no file '{path.Api}'.");
        if (!FileFacts.IsOrdinary(path.File))
            throw new HttpFailure(400, $"'{path.Api}' is a pipe, a socket or a device, and not an ordinary file.");
        SecurityHeaders.Sandbox(context.Response);
        context.Response.Headers.CacheControl = "no-cache";
        Attachment.SetWhereAsked(context, path.Name);
        var stream = new FileStream(
            path.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true);
        await Results.Stream(stream, MediaTypes.ForAnswer(path.Name), lastModified: info.LastWriteTimeUtc,
            entityTag: new(FileFacts.Tag(info)), enableRangeProcessing: true).ExecuteAsync(context);
    }
}
