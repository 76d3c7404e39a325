using System.Globalization;
using Qiansi.Documents;
using Qiansi.Publishing.Formulas;
using Qiansi.Publishing.Html;
using Qiansi.Publishing.Outputs;
using Qiansi.Publishing.Prose;

namespace Qiansi.Publishing.Cells;

/// <summary>Turns cells into sections of the page.</summary>
/// <param name="page">The page they stand on.</param>
/// <param name="defaultLanguage">Language of cells that name none.</param>
/// <param name="element">The HTML element of a cell.</param>
/// <param name="mostLines">Longer code that printed something is folded, and code of more than half as many lines that showed something;
/// all is shown when null.</param>
internal sealed class CellRenderer(Page page, string defaultLanguage, string element = "section", int? mostLines = null)
{
    private readonly OutputRenderer _outputs = new(page);
    private readonly ProseRenderer _prose = new(page);

    /// <summary>HTML of a cell; empty when nothing of it is shown.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="number">1-based place in the notebook, for warnings.</param>
    public string Render(Cell cell, int number)
    {
        var visibility = CellVisibility.Of(cell);
        if (visibility.Cell == Visibility.Left) return "";
        var place = string.Create(CultureInfo.InvariantCulture, $"cell {number}");
        var html = cell.Kind switch
        {
            CellKind.Code => Code(cell, place, visibility),
            CellKind.Markdown => Section("text prose", _prose.Render(cell.Source, place, cell.Attachments, isCell: true)),
            _ => Raw(cell, place),
        };
        return html.Length > 0 && visibility.Cell == Visibility.Folded
            ? Fold(cell.HasTag("solution") ? "Solution" : "Show cell", html, "cell-fold") : html;
    }

    /// <summary>A cell's code as pages have it: without empty lines at both ends.</summary>
    public static string ShownCode(Cell cell) => cell.Code.TrimEnd().Replace("\r\n", "\n").TrimStart('\n');

    private string Code(Cell cell, string place, CellVisibility visibility)
    {
        var input = visibility.Input == Visibility.Left ? "" : Input(cell);
        var isLong = mostLines is { } most && cell.Outputs.Count > 0
            && cell.Code.AsSpan().Trim().Count('\n') >= (cell.Outputs.Exists(o => o is DataOutput) ? most / 2 : most);
        if (input.Length > 0 && visibility.Input == Visibility.Folded) input = Fold("Show code", input, "input-fold");
        else if (input.Length > 0 && isLong) input = Fold("Show code", input, "input-fold long");
        var outputs = visibility.Output == Visibility.Left ? "" : string.Concat(_outputs.Render(cell.Outputs, place));
        if (outputs.Length > 0 && visibility.Output == Visibility.Folded) outputs = Fold("Show output", outputs, "output-fold");
        return Section("work", input + (outputs.Length > 0 ? $"<div class=\"outputs\">{outputs}</div>" : ""));
    }

    private string Input(Cell cell)
    {
        var language = cell.Language ?? defaultLanguage;
        var code = ShownCode(cell);
        if (code.Length == 0) return "";
        var count = cell.ExecutionCount is { } n ? string.Create(CultureInfo.InvariantCulture, $" data-count=\"{n}\"") : "";
        var named = language == defaultLanguage ? "" : $" data-language=\"{HtmlFragment.EncodeAttribute(language)}\"";
        return $"<div class=\"input\"{count}><pre class=\"code\"{named}><code>{page.Highlighter.Cell(code, language)}</code></pre></div>";
    }

    private string Raw(Cell cell, string place)
    {
        var format = (cell.Metadata["raw_mimetype"] ?? cell.Metadata["format"])?.ToString() ?? "";
        if (format == "text/markdown") return Section("text prose", _prose.Render(cell.Source, place, cell.Attachments, isCell: true));
        if (format is not ("" or "text/plain" or "text/html")) return ""; // meant for another format, such as LaTeX
        if (format != "text/html")
            return string.IsNullOrWhiteSpace(cell.Source) ? "" : Section("raw", $"<pre>{HtmlFragment.Encode(cell.Source)}</pre>");
        var body = HtmlFragment.Parse(cell.Source);
        if (!page.Options.Trusted) HtmlSanitizer.Clean(body, place, page.Warnings);
        new ImageInliner(page.Options.SourceFolder, cell.Attachments, place, page.Warnings).Inline(body);
        return Section("raw", FormulaTable.WithoutMarks(body.InnerHtml));
    }

    private string Section(string className, string html) =>
        html.Length == 0 ? "" : $"<{element} class=\"cell {className}\">\n{html}\n</{element}>\n";

    private static string Fold(string summary, string html, string className) =>
        $"<details class=\"{className}\"><summary>{summary}</summary>{html}</details>";
}
