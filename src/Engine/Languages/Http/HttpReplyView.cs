using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Drawing;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Languages.Http;

/// <summary>What came back: status, time, headers to unfold, and the body as what it is.</summary>
internal static class HttpReplyView
{
    private const int MostBytes = 100_000;
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="request">What was asked.</param>
    /// <param name="reply">The answer, its content read.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="took">From sending to the last byte.</param>
    public static MimeBundle Of(HttpRequestText request, HttpResponseMessage reply, byte[] bytes, TimeSpan took)
    {
        var asked = $"{request.Method} {request.Address}";
        var facts = string.Create(CultureInfo.InvariantCulture,
            $"{(int)reply.StatusCode} {reply.ReasonPhrase} · {took.TotalMilliseconds:N0} ms · {bytes.Length:N0} bytes");
        var headers = string.Join('\n', reply.Headers.Concat(reply.Content.Headers).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));
        var type = reply.Content.Headers.ContentType?.MediaType ?? "";
        var text = type.StartsWith("image/", StringComparison.Ordinal) ? null : Text(reply, bytes, type);
        var shown = text is null
            ? $"<img alt=\"\" style=\"max-width:100%\" src=\"data:{MarkupText.Escape(type)};base64,{Convert.ToBase64String(bytes)}\"/>"
            : text.Length == 0 ? ""
            : $"<pre style=\"max-height:30em;overflow:auto\">{LimitedText.Cut(text, MostBytes, MarkupText.Escape)}</pre>";
        return new()
        {
            {
                "text/html", $"<div><b>{MarkupText.Escape(facts)}</b> <span style=\"opacity:.7\">{MarkupText.Escape(asked)}</span>"
                    + $"<details><summary>headers</summary><pre>{MarkupText.Escape(headers)}</pre></details>{shown}</div>"
            },
            { "text/plain", $"{facts}\n{asked}\n{LimitedText.Cut(text ?? type, MostBytes, static t => t)}".TrimEnd() },
        };
    }

    private static string Text(HttpResponseMessage reply, byte[] bytes, string type)
    {
        var text = Charset(reply).GetString(bytes).TrimStart('\uFEFF');
        if (type != "application/json" && !type.EndsWith("+json", StringComparison.Ordinal)) return text;
        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonSerializer.Serialize(document, Readable);
        }
        catch (JsonException)
        {
            // It says that it is JSON and is not: as it came.
            return text;
        }
    }

    private static Encoding Charset(HttpResponseMessage reply)
    {
        try
        {
            var name = reply.Content.Headers.ContentType?.CharSet?.Trim('"') ?? "utf-8";
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A name nobody knows: most texts are UTF-8.
            return Encoding.UTF8;
        }
    }
}
