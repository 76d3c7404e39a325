using System.Text;

namespace Qiansi.Engine.Display;

/// <summary>Writes nodes as text of at most 64 KiB: tables in columns, objects indented.</summary>
internal sealed class PlainNodeWriter
{
    private const int CellWidth = 40;
    private const int LastCellWidth = 120;

    private readonly LimitedText _text = new(DisplayLimits.Bytes);

    /// <summary>The text of a node.</summary>
    public static string Write(DisplayNode node)
    {
        if (node is TextNode text && Encoding.UTF8.GetByteCount(text.Text) <= DisplayLimits.Bytes) return text.Text;
        if (node is HtmlNode html && Encoding.UTF8.GetByteCount(html.Plain) <= DisplayLimits.Bytes) return html.Plain;
        var writer = new PlainNodeWriter();
        writer.Node(node, "");
        if (writer._text.IsFull) writer._text.Append($"\n… the rest is left out: output is limited to {DisplayLimits.BytesInWords}");
        return writer._text.ToString();
    }

    /// <summary>A list in one line: <c>[ 1, 2, 3 ]</c>.</summary>
    public static string List(ListNode list) =>
        $"[ {string.Join(", ", list.Items)}{(list.Omitted is null ? "" : list.Items.Count > 0 ? " " + list.Omitted : list.Omitted)} ]";

    /// <summary>A node in one line, its parts named rather than shown where they are long.</summary>
    public static string Inline(DisplayNode? node) => node switch
    {
        null => "",
        TextNode text => text.Text.ReplaceLineEndings("⏎"),
        NoteNode note => note.Text,
        ListNode list => List(list).ReplaceLineEndings("⏎"),
        TableNode table => table.Title ?? $"({table.Rows.Count} rows × {table.Columns.Count - table.RowHeads} columns)",
        ObjectNode value => value.Summary,
        FoldedNode folded => folded.Summary.ReplaceLineEndings("⏎"),
        HtmlNode html => html.Plain.ReplaceLineEndings(" "),
        StackNode stack => Inline(stack.Parts[0]),
        _ => throw new ArgumentException($"There is no text for {node.GetType().Name}.", nameof(node)),
    };

    private void Node(DisplayNode node, string indent)
    {
        if (_text.IsFull) return;
        switch (node)
        {
            case TextNode text:
                Lines(text.Text, indent);
                break;
            case HtmlNode html:
                Lines(html.Plain, indent);
                break;
            case FoldedNode folded:
                Lines(folded.Text, indent);
                break;
            case TableNode table:
                Table(table, indent);
                break;
            case ObjectNode value when IsOneLine(value):
                _text.AppendFitted(OneLine(value), static t => t);
                break;
            case ObjectNode value:
                Object(value, indent);
                break;
            case StackNode stack:
                for (var i = 0; i < stack.Parts.Count; i++)
                {
                    if (i > 0) _text.Append("\n" + indent);
                    Node(stack.Parts[i], indent);
                }

                break;
            default:
                _text.AppendFitted(Inline(node), static t => t);
                break;
        }
    }

    private void Lines(string text, string indent) =>
        _text.AppendFitted(indent.Length == 0 ? text : text.ReplaceLineEndings("\n" + indent), static t => t);

    private void Object(ObjectNode value, string indent)
    {
        _text.Append(value.TypeName);
        indent += "  ";
        foreach (var (name, member) in value.Members)
        {
            if (_text.IsFull) return;
            _text.Append($"\n{indent}{name}: ");
            if (member is TableNode) _text.Append($"\n{indent}  ");
            Node(member, indent + "  ");
        }

        if (value.Omitted is not null) _text.Append($"\n{indent}{value.Omitted}");
    }

    private void Table(TableNode table, string indent)
    {
        if (table.Title is not null) _text.Append(table.Title).Append("\n" + indent);
        List<string[]> lines = [[.. table.Columns],
            .. table.Rows.Select(r => r.Select((c, i) => Short(Inline(c), i == r.Count - 1 ? LastCellWidth : CellWidth)).ToArray())];
        var widths = Enumerable.Range(0, table.Columns.Count).Select(c => lines.Max(l => Width(l[c]))).ToArray();
        for (var l = 0; l < lines.Count; l++)
        {
            if (_text.IsFull) return;
            if (l > 0) _text.Append("\n" + indent);
            var line = string.Join("  ", lines[l].Select((cell, c) => cell + new string(' ', widths[c] - Width(cell))));
            _text.AppendFitted(line.TrimEnd(), static t => t);
        }

        if (table.Omitted is not null) _text.Append("\n" + indent).Append(table.Omitted);
    }

    /// <summary>Tuples and anonymous objects of scalars read as C# writes them.</summary>
    private static bool IsOneLine(ObjectNode value) =>
        value.TypeName is ['{' or '(', ..] && value.Omitted is null && value.Members.All(m => m.Value is TextNode or ListNode);

    private static string OneLine(ObjectNode value) => value.TypeName[0] == '('
        ? $"({string.Join(", ", value.Members.Select(m => Inline(m.Value)))})"
        : $"{{ {string.Join(", ", value.Members.Select(m => $"{m.Key} = {Inline(m.Value)}"))} }}";

    private static string Short(string text, int width) =>
        text.Length <= width ? text : text[..(char.IsHighSurrogate(text[width - 2]) ? width - 2 : width - 1)] + "…";

    /// <summary>Columns of a terminal: Chinese, Japanese and Korean characters take two.</summary>
    private static int Width(string text)
    {
        var width = text.Length;
        foreach (var c in text)
        {
            if (c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900'
                and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60') width++;
        }

        return width;
    }
}
