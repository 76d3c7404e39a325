using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Kernels;

/// <summary><c>/api/kernels</c>.</summary>
internal sealed class KernelRoutes(KernelPool kernels, RootFolder root)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/kernels", (RequestDelegate)ListAsync);
        routes.MapPost("/api/kernels", (RequestDelegate)StartAsync);
        routes.MapGet("/api/kernels/{id}", (RequestDelegate)(c => c.JsonAsync(200, json => Write(json, Requested(c)))));
        routes.MapDelete("/api/kernels/{id}", (RequestDelegate)ShutdownAsync);
        routes.MapPost("/api/kernels/{id}/interrupt", (RequestDelegate)InterruptAsync);
        routes.MapPost("/api/kernels/{id}/restart", (RequestDelegate)RestartAsync);
    }

    /// <summary>A kernel as Jupyter Server describes one.</summary>
    public static void Write(Utf8JsonWriter json, HostedKernel kernel)
    {
        json.WriteStartObject();
        json.WriteString("id", kernel.Id);
        json.WriteString("name", kernel.Name);
        json.WriteString("last_activity", Timestamps.Text(kernel.State.LastActivity));
        json.WriteString("execution_state", kernel.State.Execution);
        json.WriteNumber("connections", kernel.Connections);
        json.WriteEndObject();
    }

    private Task ListAsync(HttpContext context) => context.JsonAsync(200, json =>
    {
        json.WriteStartArray();
        foreach (var kernel in kernels.All) Write(json, kernel);
        json.WriteEndArray();
    });

    private async Task StartAsync(HttpContext context)
    {
        using var body = await RequestBody.ReadAsync(context);
        var place = KernelPlace.Of(root, body?.RootElement.Text("path"));
        var kernel = await kernels.StartAsync(body?.RootElement.Text("name"), place.Folder, place.SessionName, context.RequestAborted);
        context.Response.Headers.Location = $"{context.Request.PathBase}/api/kernels/{kernel.Id}";
        await context.JsonAsync(201, json => Write(json, kernel));
    }

    private async Task ShutdownAsync(HttpContext context)
    {
        await kernels.ShutdownAsync(Requested(context).Id);
        await context.EmptyAsync(204);
    }

    private async Task InterruptAsync(HttpContext context)
    {
        await Requested(context).InterruptAsync(context.RequestAborted);
        await context.EmptyAsync(204);
    }

    private async Task RestartAsync(HttpContext context)
    {
        var kernel = Requested(context);
        // Half a restart is worse than one that nobody waits for any more.
        await kernel.RestartAsync(CancellationToken.None);
        await context.JsonAsync(200, json => Write(json, kernel));
    }

    private HostedKernel Requested(HttpContext context) => kernels.Find((string)context.Request.RouteValues["id"]!);
}
