using System.Text;
using Qiansi.Documents;
using Qiansi.Publishing.Cells;
using Qiansi.Publishing.Html;

namespace Qiansi.Publishing;

/// <summary>A page and what a person should know about it.</summary>
/// <param name="Html">The whole document.</param>
/// <param name="Warnings">What could not be shown as meant, with the way out; in the order of the cells.</param>
public sealed record RenderedPage(string Html, IReadOnlyList<string> Warnings);

/// <summary>A notebook as one HTML file that needs no network and no script.</summary>
public static class HtmlPage
{
    /// <summary>A browser keeps to this: nothing is fetched and nothing runs.</summary>
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
        + "media-src data:; font-src data:; style-src 'unsafe-inline'\">\n";

    /// <summary>Writes the page of a notebook; a file that is there is replaced in one step.</summary>
    /// <param name="notebook">The notebook, with its outputs.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How to make it; defaults when null.</param>
    /// <returns>What could not be shown as meant, for the command to print.</returns>
    public static IReadOnlyList<string> Write(Notebook notebook, string path, HtmlPageOptions? options = null)
    {
        var page = Render(notebook, options ?? new());
        OutputFile.Write(path, page.Html);
        return page.Warnings;
    }

    /// <summary>The page of a notebook.</summary>
    public static RenderedPage Render(Notebook notebook, HtmlPageOptions options)
    {
        var page = new Page(options, notebook);
        var renderer = new CellRenderer(page, notebook.Language);
        var cells = string.Concat(notebook.Cells.Select((cell, i) => renderer.Render(cell, i + 1)));
        var typeset = options.Typesetter.Typeset(page.Formulas.Formulas, page.Warnings);
        var html = page.Formulas.Fill(Document(notebook, page, cells), typeset);
        return new(html, page.Warnings);
    }

    private static string Document(Notebook notebook, Page page, string cells)
    {
        var title = HtmlFragment.Encode(page.Formulas.AsWritten(Title(notebook, page)));
        var contents = page.Contents.ToHtml();
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"{PageLanguage.Of(notebook)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        if (!page.Options.Trusted) html.Append(Policy);
        html.Append("<meta name=\"viewport\" content=\"width=device-width, "
            + "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Qiansi nb\">\n");
        html.Append($"<title>{title}</title>\n<style>\n").Append(PageStyles.Text).Append("</style>\n</head>\n<body>\n");
        html.Append(PageFrame.ThemeSwitch);
        if (contents.Length > 0) html.Append(PageFrame.Contents(contents));
        html.Append("<main>\n");
        if (!page.Contents.Headings.Any(h => h.Level == 1)) html.Append($"<header class=\"title\"><h1>{title}</h1></header>\n");
        html.Append(cells).Append(PageFrame.Footer(page.Options.SourceName)).Append("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string Title(Notebook notebook, Page page)
    {
        if (notebook.Metadata["title"] is { } title && title.GetValueKind() == System.Text.Json.JsonValueKind.String)
            return title.ToString();
        var first = page.Contents.Headings.FirstOrDefault(h => h.Level == 1) ?? page.Contents.Headings.FirstOrDefault(h => h.Level == 2);
        return first is not null ? System.Net.WebUtility.HtmlDecode(first.Html)
            : page.Options.SourceName is { } name ? Path.GetFileNameWithoutExtension(name)
            : "Notebook";
    }
}
