using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;

namespace Qiansi.Server.Sessions;

/// <summary><c>/api/sessions</c>.</summary>
internal sealed class SessionRoutes(SessionTable sessions)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/sessions", (RequestDelegate)ListAsync);
        routes.MapPost("/api/sessions", (RequestDelegate)OpenAsync);
        routes.MapGet("/api/sessions/{id}", (RequestDelegate)(c => c.JsonAsync(200, sessions.Find(Id(c)).Write)));
        routes.MapPatch("/api/sessions/{id}", (RequestDelegate)ChangeAsync);
        routes.MapDelete("/api/sessions/{id}", (RequestDelegate)CloseAsync);
    }

    private Task ListAsync(HttpContext context) => context.JsonAsync(200, json =>
    {
        json.WriteStartArray();
        foreach (var session in sessions.All) session.Write(json);
        json.WriteEndArray();
    });

    private async Task OpenAsync(HttpContext context)
    {
        using var body = await RequestBody.RequireAsync(context);
        var request = Read(body.RootElement);
        var path = request.Path ?? throw new HttpFailure(400, "'path' is missing; the document's path belongs there.");
        var session = await sessions.OpenAsync(path, request.Name ?? path[(path.LastIndexOf('/') + 1)..], request.Type ?? "notebook",
            request.KernelName, request.KernelId, context.RequestAborted);
        context.Response.Headers.Location = $"{context.Request.PathBase}/api/sessions/{session.Id}";
        await context.JsonAsync(201, session.Write);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        using var body = await RequestBody.RequireAsync(context);
        var request = Read(body.RootElement);
        var session = await sessions.ChangeAsync(
            Id(context), request.Path, request.Name, request.Type, request.KernelName, request.KernelId, context.RequestAborted);
        await context.JsonAsync(200, session.Write);
    }

    private async Task CloseAsync(HttpContext context)
    {
        await sessions.CloseAsync(Id(context));
        await context.EmptyAsync(204);
    }

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static (string? Path, string? Name, string? Type, string? KernelName, string? KernelId) Read(JsonElement body)
    {
        // Before JupyterLab the path was inside "notebook".
        var path = body.Text("path") ?? body.Object("notebook")?.Text("path");
        var kernel = body.Object("kernel");
        var (name, id) = (kernel?.Text("name"), kernel?.Text("id"));
        return (path, body.Text("name") is { Length: > 0 } given ? given : null, body.Text("type") is { Length: > 0 } type ? type : null,
            name is { Length: > 0 } ? name : null, id is { Length: > 0 } ? id : null);
    }
}
