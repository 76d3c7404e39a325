using System.Text;
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Qiansi.Publishing.Html;
using Qiansi.Publishing.Prose;

namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>Points the images of a Markdown text at where they are, seen from another folder;
/// everything else stays to the letter.</summary>
/// <param name="pictures">Takes the attachments.</param>
/// <param name="sourceFolder">Folder the text's relative paths start from, or null to leave them.</param>
/// <param name="targetFolder">Folder they shall start from.</param>
/// <param name="warnings">Gets what is missing.</param>
internal sealed class MarkdownLinks(PictureFolder pictures, string? sourceFolder, string targetFolder, List<string> warnings)
{
    /// <summary>The text with its images' addresses changed.</summary>
    /// <param name="markdown">Text of a cell.</param>
    /// <param name="attachments">The cell's attachments, or null.</param>
    /// <param name="cell">1-based number of the cell.</param>
    public string Rewrite(string markdown, JsonObject? attachments, int cell)
    {
        if (!markdown.Contains("](", StringComparison.Ordinal)) return markdown;
        var text = new StringBuilder(markdown);
        var images = Markdown.Parse(markdown, MarkdownDialect.Pipeline).Descendants<LinkInline>()
            .Where(l => l is { IsImage: true, Url.Length: > 0, UrlSpan.IsEmpty: false }).OrderByDescending(l => l.UrlSpan.Start);
        foreach (var image in images)
        {
            if (Target(image.Url!, attachments, cell) is not { } target || target == image.Url) continue;
            text.Remove(image.UrlSpan.Start, image.UrlSpan.Length).Insert(image.UrlSpan.Start, target);
        }

        return text.ToString();
    }

    private string? Target(string address, JsonObject? attachments, int cell)
    {
        if (address.StartsWith("attachment:", StringComparison.OrdinalIgnoreCase))
        {
            var name = Uri.UnescapeDataString(address["attachment:".Length..]);
            if (ImageInliner.Attached(attachments, name) is var (mediaType, base64))
                return pictures.Add($"attachment-{cell}-{name}", mediaType, Convert.FromBase64String(base64));
            warnings.Add($"cell {cell}: the image {address} is not among the cell's attachments.");
            return null;
        }

        var isRelative = !Uri.TryCreate(address, UriKind.Absolute, out _) && !address.StartsWith('/') && !address.StartsWith('#');
        if (sourceFolder is null || !isRelative) return null;
        var path = Path.GetFullPath(Uri.UnescapeDataString(address), Path.GetFullPath(sourceFolder));
        var relative = Path.GetRelativePath(Path.GetFullPath(targetFolder), path).Replace('\\', '/');
        return Path.GetFullPath(sourceFolder) == Path.GetFullPath(targetFolder)
            ? null : string.Join('/', relative.Split('/').Select(Uri.EscapeDataString));
    }
}
