using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Qiansi.Documents.Saving;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Workbench;

/// <summary><c>/lab/api/workspaces</c>: which documents were open and where, kept for each folder that is served.</summary>
internal sealed class WorkspaceRoutes(string folder)
{
    private const string Address = "/lab/api/workspaces";
    private const string Extension = ".jupyterlab-workspace";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, (RequestDelegate)ListAsync);
        routes.MapGet(Address + "/{**id}", (RequestDelegate)GetAsync);
        routes.MapPut(Address + "/{**id}", (RequestDelegate)PutAsync);
        routes.MapDelete(Address + "/{**id}", (RequestDelegate)DeleteAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var (ids, values) = (new JsonArray(), new JsonArray());
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Extension) : [])
        {
            if (Read(file) is not { } workspace || workspace["metadata"]?["id"] is not JsonValue id) continue;
            ids.Add(id.DeepClone());
            values.Add((JsonNode)workspace);
        }
        return context.JsonAsync(200, new JsonObject { ["workspaces"] = new JsonObject { ["ids"] = ids, ["values"] = values } });
    }

    private Task GetAsync(HttpContext context)
    {
        var id = Requested(context);
        if (id.Length == 0) return ListAsync(context);
        // One that was never saved is empty.
        return context.JsonAsync(
            200, Read(FileOf(id)) ?? new JsonObject { ["data"] = new JsonObject(), ["metadata"] = new JsonObject { ["id"] = id } });
    }

    private async Task PutAsync(HttpContext context)
    {
        var id = Require(Requested(context));
        using var body = await RequestBody.RequireAsync(context);
        if (body.RootElement.Object("data") is null || body.RootElement.Object("metadata")?.Text("id") is not { } named)
            throw new HttpFailure(400, "A workspace has 'data' and 'metadata' with an 'id'.");
        if (named != id) throw new HttpFailure(400, $"The workspace says that it is '{named}', and was sent as '{id}'.");
        PrivateFolder.Create(folder);
        AtomicFile.Write(FileOf(id), Encoding.UTF8.GetBytes(body.RootElement.GetRawText()));
        await context.EmptyAsync(204);
    }

    private async Task DeleteAsync(HttpContext context)
    {
        var file = FileOf(Require(Requested(context)));
        if (!File.Exists(file)) throw new HttpFailure(404, $"There is no workspace '{Requested(context)}'.");
        File.Delete(file);
        await context.EmptyAsync(204);
    }

    private static JsonObject? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonNode.Parse(File.ReadAllBytes(file)) as JsonObject : null;
        }
        catch (JsonException)
        {
            // Not worth more than the layout of the windows.
            return null;
        }
    }

    private static string Require(string id) =>
        id.Length is > 0 and <= 200 ? id : throw new HttpFailure(400, "The id of a workspace has 1 to 200 characters.");

    /// <summary>Ids may hold anything, so they are not used as names of files.</summary>
    private string FileOf(string id) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 12)) + Extension);

    private static string Requested(HttpContext context) => (context.Request.RouteValues["id"] as string ?? "").Trim('/');
}
