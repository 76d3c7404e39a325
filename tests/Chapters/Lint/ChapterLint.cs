using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Chapters.Lint;

/// <summary>What every notebook of the course keeps to.</summary>
internal static partial class ChapterLint
{
    /// <summary>Largest file.</summary>
    public const long MostBytes = 2_000_000;

    /// <summary>Largest rendering of one output.</summary>
    public const int MostOutputBytes = 64 * 1024;

    /// <summary>What is wrong, with the cell; empty when nothing is.</summary>
    public static IEnumerable<string> Problems(Notebook notebook, long bytes)
    {
        if (bytes >= MostBytes) yield return $"the file has {bytes:N0} bytes; at most {MostBytes:N0}";
        if (notebook.Metadata["qiansi"] is not JsonObject about || about["title"] is null
            || about["minutes"] is null || about["builds"] is null)
            yield return "the notebook's metadata has no qiansi {title, minutes, builds} for the course's page";
        foreach (var problem in Headings(notebook)) yield return problem;
        foreach (var twice in notebook.Cells.GroupBy(c => c.Id).Where(g => g.Count() > 1))
            yield return $"{twice.Count()} cells have the id {twice.Key}";
        foreach (var cell in notebook.Cells)
        {
            if (string.IsNullOrWhiteSpace(cell.Source)) yield return $"cell {cell.Id} is empty";
            foreach (var problem in Texts(cell)) yield return $"cell {cell.Id}: {problem}";
        }
    }

    private static IEnumerable<string> Headings(Notebook notebook)
    {
        var headings = notebook.Cells.Where(c => c.Kind == CellKind.Markdown).SelectMany(c => HeadingsOf(c.Source)).ToList();
        if (notebook.Cells.FirstOrDefault() is not { Kind: CellKind.Markdown } first
            || !first.Source.StartsWith("# ", StringComparison.Ordinal)) yield return "the first cell does not begin with the title: # …";
        if (headings.Count(h => h.Level == 1) != 1)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"there are {headings.Count(h => h.Level == 1)} headings of level 1; there has to be one, the title");
        foreach (var (before, after) in headings.Zip(headings.Skip(1)))
            if (after.Level > before.Level + 1) yield return $"the heading '{after.Text}' skips a level after '{before.Text}'";
    }

    /// <summary>Headings of a Markdown text, those in code blocks left out.</summary>
    internal static IEnumerable<(int Level, string Text)> HeadingsOf(string markdown)
    {
        var isCode = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            if (!isCode && Heading().Match(line) is { Success: true } heading)
                yield return (heading.Groups[1].Length, heading.Groups[2].Value.Trim());
        }
    }

    private static IEnumerable<string> Texts(Cell cell)
    {
        if (AbsolutePath().Match(cell.Source) is { Success: true } path)
            yield return $"an absolute path, {path.Value}…, which other machines do not have";
        if (cell.Kind == CellKind.Markdown && MissingAlternative(cell.Source) is { } missing) yield return missing;
        foreach (var output in cell.Outputs)
        {
            if (output is ErrorOutput error && !cell.HasTag("raises-exception"))
                yield return $"its stored output is an error: {error.Name}";
            foreach (var (mediaType, text) in Renderings(output))
            {
                if (text.Length > MostOutputBytes)
                    yield return string.Create(CultureInfo.InvariantCulture,
                        $"an output has {text.Length:N0} characters of {mediaType}; at most {MostOutputBytes:N0}");
                if (!mediaType.StartsWith("image/p", StringComparison.Ordinal) && AbsolutePath().Match(text) is { Success: true } place)
                    yield return $"an absolute path in its output, {place.Value}…";
                if (mediaType is "text/html" or "image/svg+xml" or "text/markdown" && MissingAlternative(text) is { } lacking)
                    yield return lacking;
            }
        }
    }

    private static IEnumerable<(string MediaType, string Text)> Renderings(Output output) => output switch
    {
        StreamOutput stream => [("text/plain", stream.Text)],
        DataOutput data => data.Data.Select(d => (d.Key, d.Value)),
        ErrorOutput error => [("text/plain", string.Join('\n', error.Traceback))],
        _ => [],
    };

    /// <summary>What a reader who cannot see the pictures would miss; null when each has words.</summary>
    internal static string? MissingAlternative(string markup)
    {
        foreach (Match image in Image().Matches(markup))
            if (!Alternative().IsMatch(image.Value)) return $"a picture without words: {Short(image.Value)}";
        var depth = 0;
        foreach (Match svg in Svg().Matches(markup))
        {
            // What lies inside a drawing is part of it.
            if (svg.Value.StartsWith("</", StringComparison.Ordinal)) depth--;
            else if (depth++ == 0 && !Label().IsMatch(svg.Value) && !markup[(svg.Index + svg.Length)..].TrimStart().StartsWith(
                "<title", StringComparison.Ordinal)) return $"a drawing without words: {Short(svg.Value)}";
        }

        return MarkdownImage().Match(markup) is { Success: true } bare ? $"a picture without words: {bare.Value}" : null;
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";

    [GeneratedRegex(@"^(#{1,6}) (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<![\w./~-])(/(home|root|tmp|work|Users|mnt|var)/\w|[A-Z]:\\\w)")]
    private static partial Regex AbsolutePath();

    [GeneratedRegex(@"<img\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Image();

    [GeneratedRegex(@"\balt\s*=\s*([""'])(?!\1)|\baria-hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\baria-(hidden|label)", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"</?svg\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Svg();

    [GeneratedRegex(@"!\[\s*\]\([^)]*\)")]
    private static partial Regex MarkdownImage();
}
