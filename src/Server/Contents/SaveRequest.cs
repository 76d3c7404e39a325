using System.Text.Json;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>What a front end asks to be saved.</summary>
/// <param name="Type"><c>notebook</c>, <c>file</c> or <c>directory</c>.</param>
/// <param name="Format"><c>json</c>, <c>text</c> or <c>base64</c>; null when it is not said.</param>
/// <param name="Content">The content; undefined for a folder.</param>
/// <param name="Chunk">1 for the first piece of a large file, -1 for the last; null when this is all of it.</param>
/// <param name="KnownTime">The <c>last_modified</c> that the front end last saw, if it says.</param>
/// <param name="KnownHash">The <c>hash</c> that the front end last saw, if it says.</param>
internal sealed record SaveRequest(string Type, string? Format, JsonElement Content, int? Chunk, string? KnownTime, string? KnownHash)
{
    /// <exception cref="HttpFailure">400: a field is missing or wrong.</exception>
    public static SaveRequest Read(JsonElement body, ContentPath path)
    {
        var type = body.Text("type") ?? throw new HttpFailure(400, "'type' is missing; notebook, file or directory belongs there.");
        if (type is not ("notebook" or "file" or "directory"))
            throw new HttpFailure(400, $"type '{type}' is unknown; notebook, file and directory are known.");
        if (type == "notebook" && !path.IsNotebook)
            throw new HttpFailure(400, $"'{path.Api}' cannot be saved as a notebook: its name ends in neither .ipynb nor .dib.");
        int? chunk = null;
        if (body.TryGetProperty("chunk", out var number) && number.ValueKind != JsonValueKind.Null)
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var value) || value is 0 or < -1)
                throw new HttpFailure(400, $"chunk {number.GetRawText()} is no piece: they are numbered from 1, and the last is -1.");
            if (type != "file") throw new HttpFailure(400, $"Only files are sent in pieces, and this is a {type}.");
            chunk = value;
        }
        var hasContent = body.TryGetProperty("content", out var content) && content.ValueKind != JsonValueKind.Null;
        if (!hasContent && type != "directory") throw new HttpFailure(400, "'content' is missing.");
        return new(type, body.Text("format"), content, chunk, body.Text("last_modified"), body.Text("hash"));
    }

    /// <summary>The bytes of a file's content.</summary>
    /// <exception cref="HttpFailure">400: they are not what the format says.</exception>
    public byte[] Bytes()
    {
        if (Content.ValueKind != JsonValueKind.String)
            throw new HttpFailure(400, $"The content of a file is a JSON {Content.ValueKind} where a string belongs.");
        if (Format == "base64")
            return Content.TryGetBytesFromBase64(out var bytes)
                ? bytes : throw new HttpFailure(400, "The content is not base64, as its format says.");
        if (Format is null or "text")
        {
            try
            {
                return System.Text.Encoding.UTF8.GetBytes(Content.GetString()!);
            }
            catch (InvalidOperationException)
            {
                throw new HttpFailure(400, "The content holds half of a surrogate pair, which is no text.");
            }
        }
        throw new HttpFailure(400, $"format '{Format}' is unknown for a file; text and base64 are known.");
    }
}
