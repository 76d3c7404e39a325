namespace Qiansi.Engine.Display;

/// <summary>Writes nodes as HTML that reads well without script, with colours of the page around it, and at most 64 KiB.</summary>
internal sealed class HtmlNodeWriter
{
    private const string Style =
        "<style>.dni-treeview td,.dni-treeview th,.dni-table td,.dni-table th{text-align:start;vertical-align:top}"
        + ".dni-treeview pre,.dni-table pre{margin:0}details.dni-treeview{padding-inline-start:1em}"
        + ".dni-code-hint{font-style:italic;overflow:hidden;white-space:nowrap}.dni-table "
        + "caption{text-align:start}.dni-note{opacity:.7}</style>";

    private const string LeftOut = $"… the rest is left out: output is limited to {DisplayLimits.BytesInWords}";

    private readonly LimitedText _html = new(DisplayLimits.Bytes);
    private bool _styled;
    private bool _saidLeftOut;

    /// <summary>The HTML of a node.</summary>
    public static string Write(DisplayNode node)
    {
        // Finished HTML is the user's own and is never cut.
        if (node is HtmlNode finished) return finished.Html;
        var writer = new HtmlNodeWriter();
        writer.Node(node, open: true);
        return writer._styled ? writer._html + Style : writer._html.ToString();
    }

    /// <summary>HTML of a text without parts, as the formatting package writes it.</summary>
    public static string Scalar(string text, bool inline)
    {
        var escaped = HtmlText.Escape(text);
        return inline ? $"<span>{escaped}</span>" : $"<div class=\"dni-plaintext\"><pre>{escaped}</pre></div>";
    }

    private void Node(DisplayNode node, bool open)
    {
        switch (node)
        {
            case TextNode { Inline: true } text:
                _html.Append("<span>").AppendFitted(text.Text, HtmlText.Escape).Append("</span>");
                break;
            case TextNode text:
                Preformatted(text.Text);
                break;
            case NoteNode note:
                _html.Append("<i class=\"dni-note\">").AppendFitted(note.Text, HtmlText.Escape).Append("</i>");
                break;
            case ListNode list:
                Preformatted(PlainNodeWriter.List(list));
                break;
            case TableNode table:
                Table(table);
                break;
            case ObjectNode value:
                Object(value, open);
                break;
            case StackNode stack:
                foreach (var part in stack.Parts)
                {
                    if (Stopped()) break;
                    _html.Append("<div>");
                    Node(part, open);
                    _html.Append("</div>");
                }

                break;
            case FoldedNode folded:
                Folded(folded, open);
                break;
            case HtmlNode html:
                if (html.Html.Length <= _html.Free) _html.Append(html.Html);
                else Node(new NoteNode(html.Plain), open);
                break;
        }
    }

    private void Table(TableNode table)
    {
        _styled = true;
        _html.Append("<table class=\"dni-table\">");
        if (table.Title is not null) _html.Append("<caption>").AppendFitted(table.Title, HtmlText.Escape).Append("</caption>");
        _html.Append("<thead><tr>");
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var head = HtmlText.Escape(table.Columns[c]);
            _html.Append(c == 0 && head.Length > 0 ? $"<th><i>{head}</i></th>" : $"<th>{head}</th>");
        }

        _html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            if (_html.IsFull) break;
            _html.Append("<tr>");
            for (var c = 0; c < row.Count; c++)
            {
                var tag = c < table.RowHeads && table.Title is not null ? "th" : "td";
                _html.Append($"<{tag}>");
                if (row[c] is { } cell) Cell(cell);
                _html.Append($"</{tag}>");
            }

            _html.Append("</tr>");
        }

        _html.Append("</tbody></table>");
        if (table.Omitted is not null) _html.Append("<div class=\"dni-note\">").Append(HtmlText.Escape(table.Omitted)).Append("</div>");
        Stopped();
    }

    private void Cell(DisplayNode cell)
    {
        if (_html.IsFull) _html.Append("…");
        else if (cell is TextNode { Inline: false } text && !text.Text.AsSpan().ContainsAny('\n', '\t')
            && !text.Text.Contains("  ", StringComparison.Ordinal)) _html.AppendFitted(text.Text, HtmlText.Escape);
        else Node(cell, open: false);
    }

    private void Object(ObjectNode value, bool open)
    {
        _styled = true;
        _html.Append(open ? "<details open=\"open\" class=\"dni-treeview\"><summary>" : "<details class=\"dni-treeview\"><summary>")
            .Append("<span class=\"dni-code-hint\"><code>").AppendFitted(value.Summary, HtmlText.Escape)
            .Append("</code></span></summary><div><table><tbody>");
        foreach (var (name, member) in value.Members)
        {
            if (_html.IsFull) break;
            _html.Append("<tr><td>").Append(HtmlText.Escape(name)).Append("</td><td>");
            Cell(member);
            _html.Append("</td></tr>");
        }

        _html.Append("</tbody></table>");
        if (value.Omitted is not null) _html.Append("<div class=\"dni-note\">").Append(HtmlText.Escape(value.Omitted)).Append("</div>");
        Stopped();
        _html.Append("</div></details>");
    }

    private void Folded(FoldedNode folded, bool open)
    {
        _styled = true;
        _html.Append(open ? "<details open=\"open\" class=\"dni-treeview\"><summary>" : "<details class=\"dni-treeview\"><summary>")
            .AppendFitted(folded.Summary, HtmlText.Escape).Append("</summary><pre>").AppendFitted(folded.Text, HtmlText.Escape)
            .Append("</pre></details>");
    }

    private void Preformatted(string text) =>
        _html.Append("<div class=\"dni-plaintext\"><pre>").AppendFitted(text, HtmlText.Escape).Append("</pre></div>");

    /// <summary>Whether the limit is reached; says so, once.</summary>
    private bool Stopped()
    {
        if (!_html.IsFull) return false;
        if (!_saidLeftOut) _html.Append($"<div class=\"dni-note\">{LeftOut}</div>");
        _saidLeftOut = true;
        return true;
    }
}
