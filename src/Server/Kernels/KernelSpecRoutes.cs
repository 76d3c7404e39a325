using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Kernels;

/// <summary><c>/api/kernelspecs</c> and the kernels' logos.</summary>
internal sealed class KernelSpecRoutes(KernelCatalog catalog)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/kernelspecs", (RequestDelegate)ListAsync);
        routes.MapGet("/api/kernelspecs/{name}",
            (RequestDelegate)(c => c.JsonAsync(200, json => Write(json, catalog.Find((string)c.Request.RouteValues["name"]!)))));
        routes.MapGet("/kernelspecs/{name}/{file}", (RequestDelegate)ResourceAsync);
    }

    private Task ListAsync(HttpContext context) => context.JsonAsync(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("default", catalog.Own.Name);
        json.WriteStartObject("kernelspecs");
        foreach (var offer in catalog.All())
        {
            json.WritePropertyName(offer.Name);
            Write(json, offer);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private async Task ResourceAsync(HttpContext context)
    {
        var (name, file) = ((string)context.Request.RouteValues["name"]!, (string)context.Request.RouteValues["file"]!);
        if (!catalog.Find(name).Resources.TryGetValue(file, out var read))
            throw new HttpFailure(404, $"The kernel '{name}' has no file '{file}'.");
        Security.SecurityHeaders.Sandbox(context.Response);
        context.Response.Headers.CacheControl = "private, max-age=3600";
        await context.BytesAsync(200, MediaTypes.ForAnswer(file), read());
    }

    private static void Write(Utf8JsonWriter json, KernelOffer offer)
    {
        json.WriteStartObject();
        json.WriteString("name", offer.Name);
        json.WriteStartObject("spec");
        json.WriteStartArray("argv");
        foreach (var argument in offer.Launch.Command) json.WriteStringValue(argument);
        json.WriteEndArray();
        json.WriteStartObject("env");
        json.WriteEndObject();
        json.WriteString("display_name", offer.DisplayName);
        json.WriteString("language", offer.Language);
        json.WriteString("interrupt_mode", offer.InterruptMode);
        json.WriteStartObject("metadata");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("resources");
        foreach (var file in offer.Resources.Keys)
            json.WriteString(Path.GetFileNameWithoutExtension(file), $"/kernelspecs/{Uri.EscapeDataString(offer.Name)}/{file}");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
