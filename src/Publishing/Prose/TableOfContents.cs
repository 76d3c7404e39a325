using System.Text;

namespace Qiansi.Publishing.Prose;

/// <summary>A heading of the page.</summary>
/// <param name="Level">1-6.</param>
/// <param name="Anchor">The id to link to.</param>
/// <param name="Html">Its text, encoded; may hold marks of formulas.</param>
internal sealed record Heading(int Level, string Anchor, string Html);

/// <summary>The headings of a page, their anchors, and the list in the side column.</summary>
internal sealed class TableOfContents
{
    private const int DeepestLevel = 3;

    private readonly List<Heading> _headings = [];
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    /// <summary>The headings, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>An id nothing else on the page has: <paramref name="wanted"/>, or that with a number.</summary>
    public string Reserve(string wanted)
    {
        if (wanted.Length == 0) wanted = "section";
        var anchor = wanted;
        for (var n = 2; !_anchors.Add(anchor); n++) anchor = $"{wanted}-{n}";
        return anchor;
    }

    /// <summary>Whether an id is still free; then takes it.</summary>
    public bool TryReserve(string anchor) => anchor.Length > 0 && _anchors.Add(anchor);

    /// <summary>Adds a heading.</summary>
    public void Add(Heading heading) => _headings.Add(heading);

    /// <summary>Nested lists of links, or nothing when there are fewer than two entries.</summary>
    /// <remarks>A single heading of the first level is the page's title and is left out.</remarks>
    public string ToHtml()
    {
        var hasTitle = _headings.Count(h => h.Level == 1) == 1;
        var entries = _headings.Where(h => h.Level <= DeepestLevel && !(hasTitle && h.Level == 1)).ToList();
        if (entries.Count < 2) return "";
        var html = new StringBuilder();
        var open = new Stack<int>();
        foreach (var entry in entries)
        {
            while (open.Count > 0 && open.Peek() > entry.Level)
            {
                open.Pop();
                html.Append("</li></ol>");
            }

            if (open.Count > 0 && open.Peek() == entry.Level)
            {
                html.Append("</li>");
            }
            else
            {
                html.Append("<ol>");
                open.Push(entry.Level);
            }

            html.Append($"<li><a href=\"#{System.Net.WebUtility.HtmlEncode(entry.Anchor)}\">{entry.Html}</a>");
        }

        foreach (var _ in open) html.Append("</li></ol>");
        return html.ToString();
    }
}
