using System.Text;
using Qiansi.Contracts;
using Qiansi.Engine.Documents;
using Qiansi.Tool.Pages.Html;
using Qiansi.Tool.Pages.Outputs;
using Qiansi.Tool.Pages.Terminal;

namespace Qiansi.Tool.Pages.MarkdownFiles;

/// <summary>Outputs as Markdown that GitHub and editors show: pictures, tables, formulas, and text in fences.</summary>
internal sealed class OutputMarkdown(PictureFolder pictures, List<string> warnings)
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
            var bytes = mediaType == "image/svg+xml" && content.AsSpan().TrimStart().StartsWith('<') ? Encoding.UTF8.GetBytes(content) : Convert.FromBase64String(content);
            return $"![{Alternative(data)}]({pictures.Add($"output-{cell}-{number}", mediaType, bytes)})";
        }

        if (data["text/markdown"] is { } markdown) return markdown.Trim();
        if (data["text/latex"] is { } latex) return latex.Contains('$') || latex.Contains(@"\begin") ? latex.Trim() : $"$$\n{latex.Trim()}\n$$";
        if (data["text/vnd.mermaid"] is { } diagram) return Fence.Write(diagram, "mermaid");
        if (data["text/html"] is { } html && (data["text/plain"] is null || html.Contains("<table", StringComparison.OrdinalIgnoreCase))) return Html(html);
        if (data["application/json"] is { } json) return Fence.Write(JsonDisplay.Indent(json), "json");
        if (data["text/plain"] is { } plain) return Text(plain);
        warnings.Add($"cell {cell}: an output of type {string.Join(", ", data.Select(d => d.Key))} has no form in Markdown and is left out.");
        return null;
    }

    /// <summary>HTML without style sheets and scripts, which Markdown's readers show as text, and without blank lines, which would end it.</summary>
    private static string? Html(string html)
    {
        var body = HtmlFragment.Parse(html);
        foreach (var style in body.QuerySelectorAll("style").ToList()) style.Remove();
        HtmlSanitizer.Clean(body, "", []);
        var lines = body.InnerHtml.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l));
        var text = string.Join('\n', lines).Trim();
        return text.Length == 0 ? null : text.StartsWith('<') ? text : $"<div>{text}</div>";
    }

    private static string Text(string text) => Fence.Write(TerminalHtml.PlainText(text), "text");

    private static string Alternative(MimeBundle data)
    {
        var plain = data["text/plain"] is { Length: > 0 and < 300 } text && !text.StartsWith('<') ? text : "Output of the cell";
        return plain.ReplaceLineEndings(" ").Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]");
    }
}
