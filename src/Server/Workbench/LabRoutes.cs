using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;

namespace Qiansi.Server.Workbench;

/// <summary>The small rest of what JupyterLab asks for: translations and licences.</summary>
internal sealed class LabRoutes(Bundle bundle)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lab/api/translations", (RequestDelegate)(c => c.JsonAsync(200, new JsonObject
        {
            ["data"] = new JsonObject { ["en"] = new JsonObject { ["displayName"] = "English", ["nativeName"] = "English" } },
            ["message"] = "",
        })));
        routes.MapGet("/lab/api/translations/{locale}",
            (RequestDelegate)(c => c.JsonAsync(200, new JsonObject { ["data"] = new JsonObject(), ["message"] = "" })));
        routes.MapGet("/lab/api/licenses", (RequestDelegate)LicensesAsync);
    }

    private Task LicensesAsync(HttpContext context)
    {
        var file = Path.Combine(bundle.Folder, "licenses.json");
        var packages = File.Exists(file) ? JsonNode.Parse(File.ReadAllBytes(file)) : new JsonObject { ["packages"] = new JsonArray() };
        return context.JsonAsync(200, new JsonObject { ["bundles"] = new JsonObject { ["Qiansi"] = packages } });
    }
}
