using System.Text;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Publishing.Cells;
using Qiansi.Publishing.Html;

namespace Qiansi.Publishing.Slides;

/// <summary>A notebook as slides in one HTML file that works offline: reveal.js inside, formulas as MathML,
/// the speaker's view at the key S.</summary>
public static class SlidesPage
{
    /// <summary>Nothing is fetched. Scripts are reveal.js and its start below; outputs bring none unless they are trusted.
    /// Frames are the speaker's view of this same file.</summary>
    private const string Policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; media-src data:; font-src data:; "
        + "style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-src 'self' file:\">\n";

    /// <summary>What fits on a slide together with a picture; longer code would push its picture out of sight.</summary>
    private const int MostLines = 14;

    /// <summary>Slides are made to fit before reveal.js looks at them, since one that is too long goes on on another below it.</summary>
    private const string Start = """
        await fitAll(document.querySelector('.slides'));
        addKeys(Reveal);
        await Reveal.initialize({
          width: 1280, height: 720, margin: 0, center: false, hash: true, slideNumber: 'c/t', plugins: [RevealNotes],
          transition: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'slide'
        });
        """;

    /// <summary>The document, and what could not be shown as meant.</summary>
    /// <param name="notebook">The notebook, with its outputs.</param>
    /// <param name="options">As for pages.</param>
    /// <param name="reveal">reveal.js.</param>
    public static RenderedPage Render(Notebook notebook, HtmlPageOptions options, RevealFiles reveal)
    {
        var page = new Page(options, notebook);
        var renderer = new CellRenderer(page, notebook.Language, element: "div", MostLines); // to reveal.js every section is a slide
        var slides = new StringBuilder();
        foreach (var column in Deck.Of(notebook).Columns)
        {
            var stacked = column.Select(s => Section(s, renderer)).Where(s => s.Length > 0).ToList();
            if (stacked.Count == 0) continue;
            slides.Append(stacked.Count == 1 ? stacked[0] : $"<section>\n{string.Concat(stacked)}</section>\n");
        }

        var title = page.Contents.Headings.FirstOrDefault(h => h.Level <= 2) is { } heading
            ? System.Net.WebUtility.HtmlDecode(heading.Html) : Path.GetFileNameWithoutExtension(options.SourceName) ?? "Slides";
        var document = Document(
            PageLanguage.Of(notebook), HtmlFragment.Encode(page.Formulas.AsWritten(title)), slides.ToString(), options.Trusted, reveal);
        return new(page.Formulas.Fill(document, options.Typesetter.Typeset(page.Formulas.Formulas, page.Warnings)), page.Warnings);
    }

    private static string Section(Slide slide, CellRenderer renderer)
    {
        var body = new StringBuilder();
        foreach (var step in slide.Cells.GroupBy(c => c.Step))
        {
            var cells = string.Concat(step.Select(c => renderer.Render(c.Cell, c.Number)));
            if (cells.Length > 0) body.Append(step.Key == 0 ? cells : $"<div class=\"fragment\">\n{cells}</div>\n");
        }

        var notes = string.Concat(slide.Notes.Select(c => renderer.Render(c.Cell, c.Number)));
        if (notes.Length > 0) body.Append($"<aside class=\"notes\">{notes}</aside>\n");
        return body.Length > 0 ? $"<section>\n{body}</section>\n" : "";
    }

    private static string Document(string language, string title, string slides, bool isTrusted, RevealFiles reveal)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n");
        if (!isTrusted) html.Append(Policy);
        html.Append("<meta name=\"viewport\" content=\"width=device-width, "
            + "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Qiansi nb\">\n");
        html.Append($"<title>{title}</title>\n<style>\n").Append(reveal.Style).Append("</style>\n<style>\n").Append(PageStyles.Slides)
            .Append("</style>\n</head>\n<body>\n");
        html.Append(PageFrame.ThemeSwitch).Append("<main class=\"reveal\">\n<div class=\"slides\">\n")
            .Append(slides).Append("</div>\n</main>\n");
        foreach (var script in (string[])[reveal.Script, reveal.NotesScript])
            html.Append("<script>\n").Append(script).Append("\n</script>\n");
        html.Append("<script type=\"module\">\n").Append(PageResources.Text("Slides.fitting.js")).Append(Start).Append("\n</script>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }
}
