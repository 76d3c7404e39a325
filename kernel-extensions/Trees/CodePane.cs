using System.Globalization;
using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees;

/// <summary>Lines of code, of which some stand out. Of long code the page is shown that has the line where the work is.</summary>
public sealed class CodePane : Pane
{
    private readonly string _title;
    private readonly IReadOnlyList<string> _lines;
    private readonly int _page;
    private readonly bool _numbered;
    private readonly (int Key, Mark Mark)[] _marks;

    /// <summary>Code without marks.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="numbered">Whether lines have numbers before them.</param>
    /// <param name="page">Lines that are shown at once.</param>
    public CodePane(string title, IEnumerable<string> lines, bool numbered = true, int page = 28)
        : this(title, [.. lines], numbered, page > 0 ? page : throw new ArgumentOutOfRangeException(nameof(page),
            $"a page of {page} lines shows nothing"), [])
    { }

    private CodePane(string title, IReadOnlyList<string> lines, bool numbered, int page, (int, Mark)[] marks) =>
        (_title, _lines, _numbered, _page, _marks) = (title, lines, numbered, page, marks);

    /// <summary>The same code with marks.</summary>
    /// <param name="current">Where the work is, counted from 1; null for nowhere.</param>
    /// <param name="also">Lines that belong to it.</param>
    public CodePane At(int? current, params IEnumerable<int> also) => new(_title, _lines, _numbered, _page,
        [.. also.Where(l => l != current).Select(l => (l, Mark.Done)), .. current is { } line ? new[] { (line, Mark.Current) } : []]);

    internal override PaneContent ReadPane()
    {
        var at = Math.Clamp(_marks.Length > 0 ? _marks[^1].Key : 1, 1, Math.Max(1, _lines.Count));
        var first = (at - 1) / _page * _page + 1;
        var last = Math.Min(first + _page - 1, _lines.Count);
        var width = _lines.Count.ToString(CultureInfo.InvariantCulture).Length;
        var (html, text) = (new StringBuilder("<pre>"), new StringBuilder());
        for (var line = first; line <= last; line++)
        {
            var code = Shown(_lines[line - 1]);
            var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(width);
            var head = _numbered ? $"<i>{number}</i>" : "";
            html.Append($"<span class=\"k{line}\">{head}{(code.Length > 0 ? MarkupText.Escape(code) : " ")}</span>");
            text.Append($"{PaneHtml.Sign(_marks.LastOrDefault(m => m.Key == line).Mark)} {(_numbered ? number + "  " : "")}{code}\n");
        }

        if (last - first + 1 < _lines.Count)
        {
            html.Append($"<span style=\"opacity:.6\">lines {first} to {last} of {_lines.Count}</span>");
            text.Append($"  (lines {first} to {last} of {_lines.Count})\n");
        }

        return new(_title, html.Append("</pre>").ToString(), text.ToString(), [.. _marks.Where(m => m.Key >= first && m.Key <= last)]);
    }

    private static string Shown(string line) => Figures.NodeText.Short(line.Replace("\t", "    ", StringComparison.Ordinal).TrimEnd(), 160);
}
