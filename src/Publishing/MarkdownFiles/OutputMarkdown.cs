using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Xhtml;
using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Publishing.Html;
using Qiansi.Publishing.Outputs;
using Qiansi.Publishing.Terminal;

namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>Outputs as Markdown that GitHub and editors show: pictures, tables, formulas, and text in fences.</summary>
internal sealed partial class OutputMarkdown(PictureFolder pictures, List<string> warnings)
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/webp"];

    /// <summary>Blocks of Markdown for a cell's outputs.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="cell">1-based number of the cell, for file names and warnings.</param>
    public IEnumerable<string> Blocks(IReadOnlyList<Output> outputs, int cell)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            switch (outputs[i])
            {
                case StreamOutput stream:
                    var text = stream.Text;
                    while (i + 1 < outputs.Count && outputs[i + 1] is StreamOutput next && next.Name == stream.Name)
                    {
                        text += next.Text;
                        i++;
                    }

                    yield return Text(text);
                    break;
                case ErrorOutput error:
                    yield return Text(error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : $"{error.Name}: {error.Message}");
                    break;
                case DataOutput data when Bundle(data.Data, cell, i + 1) is { Length: > 0 } block:
                    yield return block;
                    break;
                case UnknownOutput unknown:
                    yield return Fence.Write(JsonDisplay.Indent(unknown.Json), "json");
                    break;
            }
        }
    }

    private string? Bundle(MimeBundle data, int cell, int number)
    {
        foreach (var mediaType in Pictures)
        {
            if (data[mediaType] is not { Length: > 0 } content) continue;
            if (PictureBytes.Of(mediaType, content) is { } bytes)
                return $"![{Alternative(data)}]({pictures.Add($"output-{cell}-{number}", mediaType, bytes)})";
            warnings.Add($"cell {cell}: a picture of type {mediaType} is left out, since it is not base64 text.");
        }

        if (data["text/markdown"] is { } markdown) return markdown.Trim();
        if (data["text/latex"] is { } latex)
            return latex.Contains('$') || latex.Contains(@"\begin") ? latex.Trim() : $"$$\n{latex.Trim()}\n$$";
        if (data["text/vnd.mermaid"] is { } diagram) return Fence.Write(diagram, "mermaid");
        if (data["text/html"] is { } html && (data["text/plain"] is null || HtmlTells().IsMatch(html)))
            return Html(html, $"output-{cell}-{number}");
        if (data["application/json"] is { } json) return Fence.Write(JsonDisplay.Indent(json), "json");
        if (data["text/plain"] is { } plain) return Text(plain);
        warnings.Add(
            $"cell {cell}: an output of type {string.Join(", ", data.Select(d => d.Key))} has no form in Markdown and is left out.");
        return null;
    }

    /// <summary>HTML without style sheets and scripts, which Markdown's readers show as text, and without blank lines,
    /// which would end it.</summary>
    private string? Html(string html, string name)
    {
        var body = HtmlFragment.Parse(html);
        foreach (var style in body.QuerySelectorAll("style").ToList()) style.Remove();
        HtmlSanitizer.Clean(body, "", []);
        foreach (var (i, picture) in body.QuerySelectorAll("svg, img").Where(p => p.ParentElement?.Closest("svg") is null).ToList().Index())
            MoveToFile(picture, i == 0 ? name : $"{name}-{i + 1}");
        var lines = body.InnerHtml.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l));
        var text = string.Join('\n', lines).Trim();
        return text.Length == 0 ? null : text.StartsWith('<') ? text : $"<div>{text}</div>";
    }

    /// <summary>A picture inside HTML becomes a file of its own: GitHub and most editors leave out drawings and data addresses.</summary>
    private void MoveToFile(IElement picture, string name)
    {
        var image = picture;
        string? address = null;
        if (picture.LocalName == "svg")
        {
            picture.SetAttribute("xmlns", NamespaceNames.SvgUri);
            address = pictures.Add(name, "image/svg+xml", Encoding.UTF8.GetBytes(picture.ToHtml(XhtmlMarkupFormatter.Instance)));
            image = picture.Owner!.CreateElement("img");
            foreach (var attribute in (string[])["width", "height"])
                if (picture.GetAttribute(attribute) is { } size) image.SetAttribute(attribute, size);
            image.SetAttribute("alt", picture.GetAttribute("aria-label") ?? "Output of the cell");
            picture.Replace(image);
        }
        else if (DataAddress().Match(picture.GetAttribute("src") ?? "") is { Success: true } match
            && PictureBytes.Of(match.Groups[1].Value, match.Groups[2].Value) is { } bytes)
        {
            address = pictures.Add(name, match.Groups[1].Value, bytes);
        }

        if (address is not null) image.SetAttribute("src", address);
    }

    /// <summary>HTML that holds more than words: tables, drawings, pictures.</summary>
    [GeneratedRegex("<(table|svg|img)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlTells();

    [GeneratedRegex("^data:(image/[a-z0-9.+-]+);base64,(.+)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex DataAddress();

    private static string Text(string text) => Fence.Write(TerminalHtml.PlainText(text), "text");

    private static string Alternative(MimeBundle data)
    {
        var plain = data["text/plain"] is { Length: > 0 and < 300 } text && !text.StartsWith('<') ? text : "Output of the cell";
        return plain.ReplaceLineEndings(" ").Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]");
    }
}
