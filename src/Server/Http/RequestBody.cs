using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Qiansi.Server.Http;

/// <summary>Reads the JSON of a request.</summary>
internal static class RequestBody
{
    /// <summary>Largest body of most requests.</summary>
    public const long SmallBytes = 4L << 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>The body as a JSON object; null when it is empty.</summary>
    /// <exception cref="HttpFailure">400: not a JSON object; 413: too large.</exception>
    public static async Task<JsonDocument?> ReadAsync(HttpContext context, long limit = SmallBytes)
    {
        var request = context.Request;
        if (request.ContentLength > limit) throw TooLarge(limit);
        // Whatever its Content-Type: Jupyter's own client says text/plain, curl that it sends a form.
        // A form of another site's page lacks the repeated cookie.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        using var body = new MemoryStream(request.ContentLength is { } length ? (int)length : 1024);
        try
        {
            await request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(limit);
        }
        if (body.Length == 0) return null;
        try
        {
            var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length).ToArray(), Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            var kind = document.RootElement.ValueKind;
            document.Dispose();
            throw new HttpFailure(400, $"The body is a JSON {kind} where an object belongs.");
        }
        catch (JsonException e)
        {
            throw new HttpFailure(400, $"The body is not JSON: {e.Message}");
        }
    }

    /// <summary>The body as a JSON object.</summary>
    /// <exception cref="HttpFailure">As <see cref="ReadAsync"/>, and 400 when it is empty.</exception>
    public static async Task<JsonDocument> RequireAsync(HttpContext context, long limit = SmallBytes) =>
        await ReadAsync(context, limit) ?? throw new HttpFailure(400, "The body is empty where a JSON object belongs.");

    /// <summary>A text of the object; null when it is missing or null.</summary>
    /// <exception cref="HttpFailure">400: it is no text.</exception>
    public static string? Text(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String)
            throw new HttpFailure(400, $"'{name}' is a JSON {value.ValueKind} where a string belongs.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new HttpFailure(400, $"'{name}' holds half of a surrogate pair, which is no text.");
        }
    }

    /// <summary>An object inside the object; null when it is missing or null.</summary>
    /// <exception cref="HttpFailure">400: it is no object.</exception>
    public static JsonElement? Object(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Object
            ? value : throw new HttpFailure(400, $"'{name}' is a JSON {value.ValueKind} where an object belongs.");
    }

    private static HttpFailure TooLarge(long limit) => new(413, $"The request is larger than the {limit >> 20} MiB that are taken here.");
}
