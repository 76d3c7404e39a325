using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;
using Qiansi.Server.Security;

namespace Qiansi.Server.Pages;

/// <summary><c>/api/nbconvert</c>, which fills JupyterLab's export menu, and <c>/nbconvert/FORMAT/PATH</c>.</summary>
internal sealed class ExportRoutes(RootFolder root, IReadOnlyList<NotebookExport> exports)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/nbconvert", (RequestDelegate)ListAsync);
        routes.MapGet("/nbconvert/{format}/{**path}", (RequestDelegate)ExportAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var formats = new JsonObject();
        foreach (var export in exports) formats[export.Name] = new JsonObject { ["output_mimetype"] = export.MediaType };
        return context.JsonAsync(200, formats);
    }

    private async Task ExportAsync(HttpContext context)
    {
        var format = (string)context.Request.RouteValues["format"]!;
        var export = exports.FirstOrDefault(e => e.Name == format) ?? throw new HttpFailure(
            404, $"Notebooks cannot be exported to '{format}'; {string.Join(", ", exports.Select(e => e.Name))} are there.");
        var path = root.Resolve(context.Request.RouteValues["path"] as string ?? "");
        if (!path.IsNotebook || !File.Exists(path.File)) throw new HttpFailure(404, $"There is no notebook '{path.Api}'.");
        var bytes = await Task.Run(() => export.Convert(path.File), context.RequestAborted);
        SecurityHeaders.Sandbox(context.Response);
        Attachment.SetWhereAsked(context, Path.GetFileNameWithoutExtension(path.Name) + export.Extension);
        await context.BytesAsync(200, export.MediaType + "; charset=utf-8", bytes);
    }
}
