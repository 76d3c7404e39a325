using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Http;

/// <summary><c>/api</c>, <c>/api/status</c>, <c>/api/me</c>, <c>/api/config</c> and <c>/api/shutdown</c>.</summary>
internal sealed class StatusRoutes(KernelPool kernels, Action stop)
{
    /// <summary>The version of Jupyter Server whose API this is.</summary>
    public const string ApiVersion = "2.14.0";

    private readonly DateTime _started = DateTime.UtcNow;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api", (RequestDelegate)(c => c.JsonAsync(200, new JsonObject { ["version"] = ApiVersion })));
        routes.MapGet("/api/status", (RequestDelegate)StatusAsync);
        routes.MapGet("/api/me", (RequestDelegate)MeAsync);
        // What classic front ends keep for themselves; nothing is kept here.
        routes.MapGet("/api/config/{section}", (RequestDelegate)(c => c.JsonAsync(200, new JsonObject())));
        routes.MapPost("/api/shutdown", (RequestDelegate)ShutdownAsync);
    }

    private Task StatusAsync(HttpContext context)
    {
        var all = kernels.All;
        return context.JsonAsync(200, new JsonObject
        {
            ["started"] = Timestamps.Text(_started),
            ["last_activity"] = Timestamps.Text(all.Select(k => k.State.LastActivity).Append(_started).Max()),
            ["kernels"] = all.Count,
            ["connections"] = all.Sum(k => k.Connections),
        });
    }

    private static Task MeAsync(HttpContext context)
    {
        var name = Environment.UserName;
        return context.JsonAsync(200, new JsonObject
        {
            ["identity"] = new JsonObject
            {
                ["username"] = name,
                ["name"] = name,
                ["display_name"] = name,
                ["initials"] = name.Length > 0 ? name[..1].ToUpperInvariant() : "",
                ["avatar_url"] = null,
                ["color"] = null,
            },
            ["permissions"] = new JsonObject(),
        });
    }

    private async Task ShutdownAsync(HttpContext context)
    {
        await context.EmptyAsync(200);
        await context.Response.CompleteAsync();
        stop();
    }
}
