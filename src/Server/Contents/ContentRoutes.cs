using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary><c>/api/contents</c>.</summary>
internal sealed class ContentRoutes(
    RootFolder root, ContentReader reader, ContentWriter writer, ContentCopier copier, ContentMover mover,
    CheckpointStore checkpoints, FileLocks locks)
{
    private const string Base = "/api/contents";
    private const long LargestSave = 384L << 20;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var pattern in (string[])[Base, Base + "/{**path}"])
        {
            routes.MapGet(pattern, (RequestDelegate)GetAsync);
            routes.MapPut(pattern, (RequestDelegate)PutAsync);
            routes.MapPost(pattern, (RequestDelegate)PostAsync);
            routes.MapPatch(pattern, (RequestDelegate)PatchAsync);
            routes.MapDelete(pattern, (RequestDelegate)DeleteAsync);
        }
    }

    private async Task GetAsync(HttpContext context)
    {
        var path = Requested(context);
        if (CheckpointAddress.Find(root, path) is { } checkpoint)
        {
            checkpoint.RequireWhole();
            var time = checkpoints.Time(checkpoint.File);
            await context.JsonAsync(200, json =>
            {
                json.WriteStartArray();
                if (time is { } t) WriteCheckpoint(json, t);
                json.WriteEndArray();
            });
            return;
        }
        var query = context.Request.Query;
        var model = reader.Read(path, query["content"].FirstOrDefault() != "0", Given(query["type"]), Given(query["format"]),
            query["hash"].FirstOrDefault() == "1");
        context.Response.Headers.ETag = FileFacts.Tag(model.Info);
        context.Response.Headers.LastModified =
            model.Info.LastWriteTimeUtc.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        await context.JsonAsync(200, model.Write);
    }

    private async Task PutAsync(HttpContext context)
    {
        var path = Requested(context);
        using var body = await RequestBody.ReadAsync(context, LargestSave);
        using (await locks.EnterAsync(path, context.RequestAborted))
        {
            // Without a body an empty notebook is meant.
            if (body is null)
            {
                if (path.Exists) throw new HttpFailure(400, "The body is empty where a JSON object belongs.");
                using var empty = JsonDocument.Parse("""{"type":"file","format":"text","content":""}""");
                writer.Save(path, SaveRequest.Read(empty.RootElement, path), null);
                await ReplyAsync(context, 201, path);
                return;
            }
            var request = SaveRequest.Read(body.RootElement, path);
            var isNew = writer.Save(path, request, Given(context.Request.Headers.IfMatch));
            if (request.Chunk is not (null or -1)) await context.JsonAsync(200, json => WriteUnfinished(json, path));
            else await ReplyAsync(context, isNew ? 201 : 200, path);
        }
    }

    private async Task PostAsync(HttpContext context)
    {
        var path = Requested(context);
        if (CheckpointAddress.Find(root, path) is { } checkpoint)
        {
            using (await locks.EnterAsync(checkpoint.File, context.RequestAborted))
            {
                if (checkpoint.Id is { } id)
                {
                    checkpoints.Restore(checkpoint.File, id);
                    await context.EmptyAsync(204);
                }
                else
                {
                    var time = checkpoints.Create(checkpoint.File);
                    context.Response.Headers.Location =
                        $"{context.Request.PathBase}{Address(checkpoint.File)}/checkpoints/{CheckpointStore.Id}";
                    await context.JsonAsync(201, json => WriteCheckpoint(json, time));
                }
            }
            return;
        }
        if (!path.IsFolder)
            throw new HttpFailure(path.Exists ? 400 : 404,
                path.Exists ? $"'{path.Api}' is a file; new files are made in folders." : $"There is no folder '{path.Api}'.");
        using var body = await RequestBody.ReadAsync(context);
        using (await locks.EnterAsync(path, context.RequestAborted))
        {
            var made = body?.RootElement.Text("copy_from") is { } from
                ? copier.Copy(root.Resolve(from), path)
                : writer.Create(path,
                    body?.RootElement.Text("type")
                    ?? (body?.RootElement.Text("ext") is { } e && !ContentPath.IsNotebookName(e) ? "file" : "notebook"),
                    body?.RootElement.Text("ext"));
            await ReplyAsync(context, 201, made);
        }
    }

    private async Task PatchAsync(HttpContext context)
    {
        var path = Requested(context);
        using var body = await RequestBody.RequireAsync(context);
        var to = root.Resolve(
            body.RootElement.Text("path") ?? throw new HttpFailure(400, "'path' is missing; the new path belongs there."));
        using (await locks.EnterAsync(path, context.RequestAborted)) mover.Rename(path, to);
        await ReplyAsync(context, 200, to);
    }

    private async Task DeleteAsync(HttpContext context)
    {
        var path = Requested(context);
        if (CheckpointAddress.Find(root, path) is { } checkpoint)
        {
            checkpoints.Delete(checkpoint.File, checkpoint.Id ?? throw new HttpFailure(405, "Name the checkpoint that is to be deleted."));
        }
        else
        {
            using (await locks.EnterAsync(path, context.RequestAborted)) mover.Delete(path);
        }
        await context.EmptyAsync(204);
    }

    private ContentPath Requested(HttpContext context) => root.Resolve(context.Request.RouteValues["path"] as string ?? "");

    private async Task ReplyAsync(HttpContext context, int status, ContentPath path)
    {
        if (status == StatusCodes.Status201Created) context.Response.Headers.Location = context.Request.PathBase + Address(path);
        var model = reader.Read(
            path, withContent: false, withHash: !path.IsFolder && new FileInfo(path.File).Length < ContentReader.MaxFileBytes);
        context.Response.Headers.ETag = FileFacts.Tag(model.Info);
        await context.JsonAsync(status, model.Write);
    }

    private static string Address(ContentPath path) => $"{Base}/{string.Join('/', path.Api.Split('/').Select(Uri.EscapeDataString))}";

    private static void WriteCheckpoint(Utf8JsonWriter json, DateTime time)
    {
        json.WriteStartObject();
        json.WriteString("id", CheckpointStore.Id);
        json.WriteString("last_modified", Timestamps.Text(time));
        json.WriteEndObject();
    }

    private static void WriteUnfinished(Utf8JsonWriter json, ContentPath path)
    {
        json.WriteStartObject();
        json.WriteString("name", path.Name);
        json.WriteString("path", path.Api);
        json.WriteString("type", "file");
        foreach (var time in (string[])["created", "last_modified"]) json.WriteString(time, Timestamps.Text(DateTime.UtcNow));
        foreach (var nothing in (string[])["content", "format", "mimetype", "size", "hash", "hash_algorithm"]) json.WriteNull(nothing);
        json.WriteBoolean("writable", true);
        json.WriteEndObject();
    }

    private static string? Given(Microsoft.Extensions.Primitives.StringValues values) =>
        values is [{ Length: > 0 } value, ..] ? value : null;
}
