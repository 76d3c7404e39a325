using Microsoft.AspNetCore.StaticFiles;

namespace Qiansi.Server.Contents;

/// <summary>Media types by file name.</summary>
internal static class MediaTypes
{
    private static readonly FileExtensionContentTypeProvider Known = Create();

    /// <summary>The media type of a name; null when it is not known.</summary>
    public static string? Of(string name) => Known.TryGetContentType(name, out var type) ? type : null;

    /// <summary>For the <c>Content-Type</c> of an answer: text says that it is UTF-8.</summary>
    public static string ForAnswer(string name) => Of(name) switch
    {
        null => "application/octet-stream",
        { } type when type.StartsWith("text/", StringComparison.Ordinal) || type is "application/javascript" or "application/json" =>
            type + "; charset=utf-8",
        { } type => type,
    };

    private static FileExtensionContentTypeProvider Create()
    {
        var provider = new FileExtensionContentTypeProvider();
        var map = provider.Mappings;
        map[".ipynb"] = "application/x-ipynb+json";
        map[".dib"] = map[".cs"] = map[".csx"] = map[".fs"] =
            map[".py"] = map[".snl"] = map[".yml"] = map[".yaml"] = map[".toml"] = map[".log"] = map[".gitignore"] = "text/plain";
        map[".md"] = map[".markdown"] = "text/markdown";
        map[".js"] = map[".mjs"] = "text/javascript";
        map[".map"] = "application/json";
        map[".ts"] = "text/plain";
        return provider;
    }
}
