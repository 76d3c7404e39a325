using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Qiansi.Publishing.Html;

namespace Qiansi.Publishing.Prose;

/// <summary>Turns Markdown into HTML: formulas marked, images inside, headings with anchors.</summary>
internal sealed class ProseRenderer(Page page)
{
    /// <summary>HTML of a Markdown cell or of a Markdown output.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="place">Where it stands, for warnings and for ids: <c>cell 3</c>.</param>
    /// <param name="attachments">The cell's attachments, or null.</param>
    /// <param name="isCell">Whether its headings belong to the table of contents.</param>
    public string Render(string markdown, string place, JsonObject? attachments, bool isCell)
    {
        var html = ToHtml(page.Formulas.Extract(markdown, place));
        var body = HtmlFragment.Parse(html);
        MarkFormulas(body);
        if (!page.Options.Trusted) HtmlSanitizer.Clean(body, place, page.Warnings);
        new ImageInliner(page.Options.SourceFolder, attachments, place, page.Warnings).Inline(body);
        SeparateFootnotes(body, place);
        if (isCell) AddAnchors(body);
        foreach (var table in body.QuerySelectorAll("table").ToList()) HtmlFragment.Wrap(table, "div", "table");
        return body.InnerHtml;
    }

    private string ToHtml(string markdown)
    {
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        MarkdownDialect.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.CodeBlockRenderer>(
            new CodeBlockRenderer(page.Highlighter, page.Formulas));
        renderer.Render(Markdown.Parse(markdown, MarkdownDialect.Pipeline));
        return writer.ToString();
    }

    private void MarkFormulas(IElement body)
    {
        foreach (var node in body.Descendants().ToList())
        {
            if (node is IText text)
            {
                var isCode = text.Ancestors<IElement>()
                    .Any(a => a.LocalName is "pre" or "code" or "script" or "style" or "textarea" or "svg" or "kbd");
                text.Data = isCode ? page.Formulas.AsWritten(text.Data) : Formulas.FormulaTable.AllowTypesetting(text.Data);
            }
            else if (node is IElement element)
            {
                foreach (var attribute in element.Attributes) attribute.Value = page.Formulas.AsWrittenInAttribute(attribute.Value);
            }
            else if (node is IComment comment)
            {
                comment.Parent?.RemoveChild(comment);
            }
        }
    }

    /// <summary>Every cell numbers its footnotes from one; on a page their ids must differ.</summary>
    private static void SeparateFootnotes(IElement body, string place)
    {
        var prefix = place.Replace(' ', '-') + "-";
        foreach (var element in body.QuerySelectorAll("[id^='fn:'],[id^='fnref:']")) element.Id = prefix + element.Id;
        foreach (var link in body.QuerySelectorAll("a[href^='#fn:'],a[href^='#fnref:']"))
            link.SetAttribute("href", "#" + prefix + link.GetAttribute("href")![1..]);
    }

    private void AddAnchors(IElement body)
    {
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var words = page.Formulas.AsWords(heading.TextContent).Trim();
            // Jupyter's front ends make "#My-Heading" of a heading, GitHub "#my-heading": links written for either arrive.
            var anchor = heading.Id is { Length: > 0 } own && page.Contents.TryReserve(own)
                ? own : page.Contents.Reserve(string.Join('-', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            heading.Id = anchor;
            page.Contents.Add(new(heading.LocalName[1] - '0', anchor, HtmlFragment.Encode(heading.TextContent.Trim())));
            var document = heading.Owner!;
            if (GitHubAnchor(words) is var second && page.Contents.TryReserve(second))
            {
                var target = document.CreateElement("span");
                target.Id = second;
                heading.Prepend(target);
            }

            var link = document.CreateElement("a");
            link.ClassName = "anchor";
            link.SetAttribute("href", "#" + anchor);
            link.SetAttribute("aria-label", "Link to this section");
            heading.Append(link);
        }
    }

    private static string GitHubAnchor(string words) =>
        string.Concat(words.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
}
