using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Qiansi.Documents;
using Qiansi.Server.Contents;

namespace Qiansi.Server.Course;

/// <summary>Reads what a notebook says about itself; remembers it until the file changes.</summary>
internal sealed partial class ChapterReader(StudentWork? work)
{
    private const int LongestIntroduction = 180;
    private const long LargestRead = 64L << 20;
    private readonly ConcurrentDictionary<string, (string Tag, Chapter Chapter)> _known = new();

    /// <summary>The chapter of a file, without progress.</summary>
    public Chapter Read(ContentPath path)
    {
        var tag = FileFacts.Tag(new FileInfo(path.File));
        if (_known.TryGetValue(path.File, out var known) && known.Tag == tag) return known.Chapter;
        var chapter = Load(path);
        _known[path.File] = (tag, chapter);
        return chapter;
    }

    private Chapter Load(ContentPath path)
    {
        var number = LeadingNumber().Match(path.Name) is { Success: true } match ? match.Groups[1].Value : null;
        var fallback = Path.GetFileNameWithoutExtension(path.Name);
        Notebook notebook;
        try
        {
            notebook = Notebook.Load(path.File, LargestRead);
            // A student's cells are counted, not the solutions' that they will not run.
            notebook = work?.Edition(path.File) ?? notebook;
        }
        catch (DocumentException)
        {
            // It is listed all the same; opening it says what is wrong.
            return new(path.Api, number, fallback, "", null, [], 0);
        }
        var own = notebook.Metadata["qiansi"] as JsonObject;
        var texts = notebook.Cells.Where(c => c.Kind == CellKind.Markdown).Select(c => c.Source).ToList();
        var title = Text(own, "title") ?? texts.Select(Heading).FirstOrDefault(h => h is not null) ?? fallback;
        var builds = Text(own, "builds") ?? texts.Select(Introduction).FirstOrDefault(p => p is not null) ?? "";
        var minutes = own?["minutes"] is JsonValue value && value.TryGetValue(out int m) && m > 0 ? m : (int?)null;
        return new(path.Api, number, title, builds, minutes,
            [.. notebook.Cells.Where(c => c.Kind == CellKind.Code && c.Code.Trim().Length > 0).Select(c => c.Id)], 0);
    }

    private static string? Heading(string markdown) =>
        FirstHeading().Match(markdown) is { Success: true } heading ? Plain(heading.Groups[1].Value) : null;

    /// <summary>The first paragraph that is text, shortened at a word.</summary>
    private static string? Introduction(string markdown)
    {
        foreach (var paragraph in markdown.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (paragraph[0] is '#' or '|' or '>' or '<' or '!' or '`' or '$' or '-' or '*' or '+') continue;
            var text = Plain(paragraph.ReplaceLineEndings(" "));
            if (text.Length <= LongestIntroduction) return text;
            var sentence = text.LastIndexOf(". ", LongestIntroduction, StringComparison.Ordinal);
            if (sentence > LongestIntroduction / 2) return text[..(sentence + 1)];
            var end = text.LastIndexOf(' ', LongestIntroduction);
            return text[..(end > LongestIntroduction / 2 ? end : LongestIntroduction)].TrimEnd(' ', ',', '.', ';', ':') + " …";
        }
        return null;
    }

    /// <summary>Markdown without its marks: links become their text.</summary>
    private static string Plain(string markdown) => Marks().Replace(Link().Replace(markdown, "$1"), "").Trim();

    private static string? Text(JsonObject? metadata, string name) =>
        metadata?[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    [GeneratedRegex(@"^(\d{1,3})[-_. ]")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^#{1,2} +(.+?)(?: +#+)?\s*$", RegexOptions.Multiline)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)")]
    private static partial Regex Marks();
}
