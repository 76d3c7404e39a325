using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Qiansi.Documents.Saving;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Workbench;

/// <summary><c>/lab/api/settings</c>: schemas from the bundle, and what the person has changed, as JSON5 in a file a plugin.</summary>
internal sealed class SettingsRoutes(Bundle bundle, string folder)
{
    private const string Address = "/lab/api/settings";
    private readonly string _schemas = Path.Combine(bundle.Folder, "schemas");
    private readonly Lazy<JsonObject> _overrides = new(() => File.Exists(Path.Combine(bundle.Folder, "overrides.json"))
        ? JsonNode.Parse(File.ReadAllBytes(Path.Combine(bundle.Folder, "overrides.json"))) as JsonObject ?? []
        : []);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, (RequestDelegate)ListAsync);
        routes.MapGet(Address + "/{**id}", (RequestDelegate)GetAsync);
        routes.MapPut(Address + "/{**id}", (RequestDelegate)PutAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var idsOnly = context.Request.Query["ids_only"].FirstOrDefault() == "true";
        var list = new JsonArray();
        foreach (var id in Ids()) list.Add((JsonNode)(idsOnly ? new JsonObject { ["id"] = id } : Describe(id)));
        return context.JsonAsync(200, new JsonObject { ["settings"] = list });
    }

    private Task GetAsync(HttpContext context) =>
        Requested(context) is { Length: > 0 } id ? context.JsonAsync(200, Describe(Known(id))) : ListAsync(context);

    private async Task PutAsync(HttpContext context)
    {
        var id = Known(Requested(context));
        using var body = await RequestBody.RequireAsync(context);
        var raw = body.RootElement.Text("raw") ?? throw new HttpFailure(400, "'raw' is missing; the text of the settings belongs there.");
        try
        {
            if (raw.Trim().Length > 0 && Json5.Parse(raw) is not JsonObject)
                throw new HttpFailure(400, $"The settings of {id} are not an object {{ … }}.");
        }
        catch (FormatException e)
        {
            throw new HttpFailure(400, $"The settings of {id} are not JSON5: {e.Message}.");
        }
        var file = UserFile(id);
        PrivateFolder.Create(Path.GetDirectoryName(file)!);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(raw));
        await context.EmptyAsync(204);
    }

    private JsonObject Describe(string id)
    {
        var schema = JsonNode.Parse(File.ReadAllBytes(SchemaFile(id))) as JsonObject ?? [];
        ApplyOverrides(id, schema);
        var file = UserFile(id);
        var raw = File.Exists(file) ? File.ReadAllText(file) : "{}";
        var described = new JsonObject { ["id"] = id, ["raw"] = raw, ["schema"] = schema, ["version"] = bundle.Version };
        try
        {
            described["settings"] = raw.Trim().Length == 0 ? new JsonObject() : Json5.Parse(raw);
        }
        catch (FormatException e)
        {
            described["settings"] = new JsonObject();
            described["warning"] = $"{file}: {e.Message}";
        }
        described["created"] = File.Exists(file) ? Timestamps.Text(File.GetCreationTimeUtc(file)) : null;
        described["last_modified"] = File.Exists(file) ? Timestamps.Text(File.GetLastWriteTimeUtc(file)) : null;
        return described;
    }

    private void ApplyOverrides(string id, JsonObject schema)
    {
        if (_overrides.Value[id] is not JsonObject values || schema["properties"] is not JsonObject properties) return;
        foreach (var (name, value) in values)
        {
            if (properties[name] is JsonObject property) property["default"] = value?.DeepClone();
        }
    }

    private IEnumerable<string> Ids()
    {
        if (!Directory.Exists(_schemas)) yield break;
        foreach (var file in Directory.EnumerateFiles(_schemas, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // Beside the schemas lies, in some packages, what npm needs.
            if (Path.GetFileName(file) is "package.json" or "package.json.orig") continue;
            var package = Path.GetRelativePath(_schemas, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/');
            yield return $"{package}:{Path.GetFileNameWithoutExtension(file)}";
        }
    }

    private string Known(string id)
    {
        var colon = id.LastIndexOf(':');
        var isName = colon > 0 && colon < id.Length - 1
            && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '/' or ':' or '-' or '_' or '.')
            && !id.Contains("..", StringComparison.Ordinal);
        return isName && File.Exists(SchemaFile(id)) ? id : throw new HttpFailure(404, $"There is no plugin '{id}' with settings.");
    }

    private string SchemaFile(string id) => Path.Combine(_schemas, id[..id.LastIndexOf(':')], id[(id.LastIndexOf(':') + 1)..] + ".json");

    private string UserFile(string id) =>
        Path.Combine(folder, id[..id.LastIndexOf(':')], id[(id.LastIndexOf(':') + 1)..] + ".jupyterlab-settings");

    private static string Requested(HttpContext context) => Uri.UnescapeDataString(context.Request.RouteValues["id"] as string ?? "");
}
