using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Qiansi.Contracts;
using Qiansi.Publishing.Formulas;
using Qiansi.Publishing.Html;
using Qiansi.Publishing.Prose;
using Qiansi.Publishing.Terminal;

namespace Qiansi.Publishing.Outputs;

/// <summary>Shows the richest rendering of a value that needs no script.</summary>
internal sealed class BundleRenderer(Page page)
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private static readonly string[] Pictures =
        ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/avif"];

    /// <summary>HTML of a bundle; empty when it has nothing to show.</summary>
    /// <param name="data">The renderings.</param>
    /// <param name="metadata">Hints by media type: width and height of pictures.</param>
    /// <param name="place">The cell, for warnings.</param>
    public string Render(MimeBundle data, JsonObject metadata, string place)
    {
        if (data[Plotly] is not null) return Figure(data, metadata, place);
        if (data["text/html"] is { } html
            && (Html(html, place) is var shown && HasContent(shown) || Picture(data, metadata) is null && data["text/plain"] is null))
            return shown;
        return Static(data, metadata, place);
    }

    private string Static(MimeBundle data, JsonObject metadata, string place)
    {
        if ((Drawing(data, place) ?? Picture(data, metadata)) is { } picture) return picture;
        if (data["text/markdown"] is { } markdown)
            return $"<div class=\"prose\">{new ProseRenderer(page).Render(markdown, place, attachments: null, isCell: false)}</div>";
        if (data["text/latex"] is { } latex) return Latex(latex, place);
        if (data["text/vnd.mermaid"] is { } diagram) return CodeBlockRenderer.Html(page.Highlighter, diagram, "mermaid");
        if (data["application/json"] is { } json) return Fold(JsonDisplay.Lines(json, page.Highlighter));
        if (data["text/plain"] is { } plain) return Fold(TerminalHtml.Lines(plain));
        foreach (var (mediaType, text) in data)
        {
            if (mediaType is "application/javascript" or "text/javascript") return Script(text);
            if (MimeBundle.IsJson(mediaType)) return Fold(JsonDisplay.Lines(text, page.Highlighter));
            if (mediaType.StartsWith("text/", StringComparison.Ordinal)) return Fold(TerminalHtml.Lines(text));
            if (mediaType == "application/pdf")
                return $"<p><a href=\"data:application/pdf;base64,{HtmlFragment.EncodeAttribute(text.ReplaceLineEndings(""))}\" "
                    + "download=\"output.pdf\">PDF document</a></p>";
            page.Warnings.Add($"{place}: an output of type {mediaType} cannot be shown on a page.");
        }

        return "";
    }

    /// <summary>A figure that a script would draw: the drawing it brings along for readers without one,
    /// or its words and a note where the drawing is.</summary>
    private string Figure(MimeBundle data, JsonObject metadata, string place)
    {
        if ((Drawing(data, place) ?? Picture(data, metadata)) is { } picture) return picture;
        if (data["text/html"] is { } html && Html(html, place) is var cleaned && HasContent(cleaned)) return cleaned;
        var words = data["text/plain"] is { } plain ? Fold(TerminalHtml.Lines(plain)) : null;
        if (words is null) page.Warnings.Add($"{place}: an interactive figure brings no picture for pages without script.");
        return words + "<p class=\"note\">An interactive figure: open the notebook to see it.</p>";
    }

    private string Html(string html, string place)
    {
        var body = HtmlFragment.Parse(html);
        if (page.Options.Trusted)
        {
            NameFetched(body, place);
            return Container(body);
        }

        HtmlSanitizer.Clean(body, place, page.Warnings);
        new ImageInliner(folder: null, attachments: null, place, page.Warnings).Inline(body);
        return Container(body);
    }

    private static string Container(IElement body) => $"<div class=\"html\">{FormulaTable.WithoutMarks(body.InnerHtml)}</div>";

    private void NameFetched(IElement body, string place)
    {
        var fetched = body.QuerySelectorAll("script[src],img[src],link[href],iframe[src],video[src],audio[src],source[src]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!)
            .Where(a => a.StartsWith("http", StringComparison.OrdinalIgnoreCase) || a.StartsWith("//", StringComparison.Ordinal)).ToList();
        if (fetched.Count > 0)
            page.Warnings.Add($"{place}: its HTML needs the network, so this part of the page does not work offline: "
                + $"{string.Join(", ", fetched.Take(3))}.");
    }

    private bool HasContent(string html) => page.Options.Trusted || HtmlFragment.Parse(html) is var body
        && (body.QuerySelector("img,svg,table,math,video,audio,hr,input,progress,meter") is not null
            || VisibleText(body).Any(t => !string.IsNullOrWhiteSpace(t)));

    private static IEnumerable<string> VisibleText(IElement body) =>
        body.Descendants<IText>().Where(t => t.ParentElement?.LocalName != "style").Select(t => t.Data);

    /// <summary>A drawing of ours becomes a part of the page: it takes the page's colours and font,
    /// and its words for the pointer work.</summary>
    private string? Drawing(MimeBundle data, string place)
    {
        if (data["image/svg+xml"] is not { } svg
            || !svg.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qn-drawing\"", StringComparison.Ordinal)) return null;
        var body = HtmlFragment.Parse(svg);
        foreach (var style in body.QuerySelectorAll("style").ToList()) style.Remove();
        HtmlSanitizer.Clean(body, place, page.Warnings);
        if (body.FirstElementChild is not { LocalName: "svg" } root) return null;
        root.RemoveAttribute("style");
        return $"<div class=\"drawing\">{FormulaTable.WithoutMarks(body.InnerHtml)}</div>";
    }

    private static string? Picture(MimeBundle data, JsonObject metadata)
    {
        foreach (var mediaType in Pictures)
        {
            if (data[mediaType] is not { Length: > 0 } content) continue;
            var base64 = mediaType == "image/svg+xml" && content.AsSpan().TrimStart().StartsWith('<')
                ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(content))
                : content.ReplaceLineEndings("");
            var alternative = data["text/plain"] is { Length: > 0 } plain && !plain.StartsWith('<')
                ? plain.Length < 300 ? plain : plain[..299] + "…" : "Output of the cell";
            // Browsers tell such a drawing whether it stands on a dark page.
            var adapts = mediaType == "image/svg+xml" && content.Contains("prefers-color-scheme", StringComparison.Ordinal);
            return $"<img class=\"picture{(adapts ? " adaptive" : "")}\" "
                + $"src=\"data:{mediaType};base64,{HtmlFragment.EncodeAttribute(base64)}\" "
                + $"alt=\"{HtmlFragment.EncodeAttribute(alternative)}\"{Size(metadata, mediaType)}>";
        }

        return null;
    }

    private static string Size(JsonObject metadata, string mediaType)
    {
        if (metadata[mediaType] is not JsonObject hints) return "";
        return Attribute("width") + Attribute("height");

        string Attribute(string name) =>
            hints[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) is > 0 and < 20_000 and var pixels
                ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{pixels:0}\"")
                : "";
    }

    private string Latex(string latex, string place)
    {
        var marked = page.Formulas.Extract(latex, place);
        if (marked == latex) return page.Formulas.Typeset(new Formula(latex.Trim(), Display: true, latex, place));
        return $"<p>{FormulaTable.AllowTypesetting(HtmlFragment.Encode(marked))}</p>";
    }

    private string Script(string source) =>
        "<details class=\"more\"><summary>A script, "
        + "not run on this page</summary><pre "
        + $"class=\"code\"><code>{page.Highlighter.Excerpt(source, "javascript")}</code></pre></details>";

    private string Fold(IReadOnlyList<string> lines) => FoldedText.Html(lines, page.Options.LinesBeforeFold);
}
