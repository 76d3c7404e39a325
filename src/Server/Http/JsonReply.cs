using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qiansi.Server.Http;

/// <summary>Answers with JSON.</summary>
internal static class JsonReply
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    /// <summary>Answers with what is written.</summary>
    public static async Task JsonAsync(this HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, Options)) write(json);
        await context.BytesAsync(status, "application/json", body.WrittenMemory);
    }

    /// <summary>Answers with a value.</summary>
    public static Task JsonAsync(this HttpContext context, int status, JsonNode value) =>
        context.JsonAsync(status, json => value.WriteTo(json));

    /// <summary>Answers with an error as Jupyter's front ends read it.</summary>
    public static Task FailAsync(this HttpContext context, int status, string message, string? reason = null) =>
        context.JsonAsync(status, json =>
        {
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        });

    /// <summary>Answers with bytes.</summary>
    public static async Task BytesAsync(this HttpContext context, int status, string mediaType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Answers with nothing but the status.</summary>
    public static Task EmptyAsync(this HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
