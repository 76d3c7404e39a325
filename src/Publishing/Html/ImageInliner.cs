using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Qiansi.Publishing.Html;

/// <summary>Brings the images of a text into the page, as <c>data:</c> addresses.</summary>
/// <param name="folder">Folder that relative paths start from, or null.</param>
/// <param name="attachments">The cell's attachments, or null.</param>
/// <param name="place">Where the text stands, for warnings.</param>
/// <param name="warnings">Gets what is missing.</param>
internal sealed class ImageInliner(string? folder, JsonObject? attachments, string place, List<string> warnings)
{
    /// <summary>Replaces the sources of all images below an element; an image that cannot be had becomes a link
    /// with its alternative text.</summary>
    public void Inline(IElement body)
    {
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            var source = image.GetAttribute("src")?.Trim() ?? "";
            if (source.Length == 0 || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) continue;
            image.RemoveAttribute("srcset");
            if (Find(source) is { } data) image.SetAttribute("src", data);
            else ReplaceByLink(image, source);
        }

        foreach (var media in body.QuerySelectorAll("video[src],audio[src],video source[src],audio source[src]"))
        {
            var source = media.GetAttribute("src")!;
            if (LocalPath(source) is { } path && File.Exists(path) && MediaFile.Read(path) is { } data) media.SetAttribute("src", data);
        }
    }

    private string? Find(string source)
    {
        if (source.StartsWith("attachment:", StringComparison.OrdinalIgnoreCase))
        {
            var name = Uri.UnescapeDataString(source["attachment:".Length..]);
            if (Attached(attachments, name) is var (mediaType, base64)) return $"data:{mediaType};base64,{base64}";
            var known = attachments is { Count: > 0 } ? $"it has {string.Join(", ", attachments.Select(a => a.Key))}" : "it has none";
            warnings.Add($"{place}: the image {source} is not among the cell's attachments ({known}).");
            return null;
        }

        if (LocalPath(source) is not { } path)
        {
            warnings.Add($"{place}: the image {source} is on the network, and pages work offline: it is shown as a link. "
                + "Save it beside the notebook to have it in the page.");
            return null;
        }

        if (!File.Exists(path))
        {
            warnings.Add($"{place}: the image {source} was not found at {path}.");
            return null;
        }

        if (MediaFile.Read(path) is { } data) return data;
        warnings.Add($"{place}: {source} is not an image that browsers show (PNG, JPEG, GIF, SVG, WebP, BMP, AVIF, ICO).");
        return null;
    }

    /// <summary>An attachment by name, as media type and base64 text, or null.</summary>
    public static (string MediaType, string Base64)? Attached(JsonObject? attachments, string name)
    {
        if (attachments?[name] is not JsonObject bundle) return null;
        foreach (var (mediaType, value) in bundle)
        {
            var text = value is JsonArray lines ? string.Concat(lines.Select(l => l?.ToString())) : value?.ToString();
            if (text is null || !mediaType.StartsWith("image/", StringComparison.Ordinal)) continue;
            if (PictureBytes.Of(mediaType, text) is { } bytes) return (mediaType, Convert.ToBase64String(bytes));
        }

        return null;
    }

    private string? LocalPath(string source)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var uri) && !source.StartsWith('/')) return uri.IsFile ? uri.LocalPath : null;
        if (folder is null || source.StartsWith("//", StringComparison.Ordinal)) return null;
        var path = Uri.UnescapeDataString(source.Split('?', '#')[0]);
        return Path.GetFullPath(path, Path.GetFullPath(folder));
    }

    private static void ReplaceByLink(IElement image, string source)
    {
        var isLinkable = image.Closest("a") is null && !source.StartsWith("attachment:", StringComparison.OrdinalIgnoreCase);
        var stand = image.Owner!.CreateElement(isLinkable ? "a" : "span");
        stand.ClassName = "missing-image";
        if (isLinkable) stand.SetAttribute("href", source);
        stand.TextContent = image.GetAttribute("alt") is { Length: > 0 } alternative ? alternative : Uri.UnescapeDataString(source);
        image.Replace(stand);
    }
}
