using System.Text;
using System.Xml.Linq;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Renders the content of a documentation comment as plain text.</summary>
internal static class CommentText
{
    /// <summary>The text of an element, white space collapsed, paragraphs and list items on lines of their own.</summary>
    public static string Render(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes()) Append(text, node);
        return text.ToString().Trim();
    }

    /// <summary>What to show for a <c>cref</c>: <c>M:System.String.Trim(System.Char)</c> as <c>String.Trim</c>,
    /// types by their last name.</summary>
    public static string ShortName(string reference)
    {
        var name = reference.Length > 2 && reference[1] == ':' ? reference[2..] : reference;
        var isMember = reference.Length > 2 && reference[1] == ':' && reference[0] is not ('T' or 'N' or '!');
        var parameters = name.IndexOf('(');
        if (parameters >= 0) name = name[..parameters];

        var parts = name.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].IndexOf('`') is >= 0 and var tick) parts[i] = parts[i][..tick];
        }

        if (parts is [.., var type, "#ctor"]) return type;
        if (reference.StartsWith("N:", StringComparison.Ordinal)) return name;
        return isMember && parts.Length > 1 ? $"{parts[^2]}.{parts[^1]}" : parts[^1];
    }

    /// <summary>What an empty reference tag (<c>see</c>, <c>paramref</c>, …) stands for, or null when it has no target.</summary>
    public static string? TargetOf(XElement element) =>
        (string?)element.Attribute("langword") ?? (string?)element.Attribute("name")
        ?? ((string?)element.Attribute("cref") is { } reference ? ShortName(reference) : (string?)element.Attribute("href"));

    /// <summary>Collapses runs of white space, line breaks included, to one space.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) collapsed.Append(c);
            else if (collapsed.Length == 0 || collapsed[^1] != ' ') collapsed.Append(' ');
        }

        return collapsed.ToString();
    }

    /// <summary>Takes away the indentation common to all lines, and empty lines at both ends.</summary>
    public static string Dedent(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var indent = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : "")).TrimEnd();
    }

    private static void Append(StringBuilder text, XNode node)
    {
        switch (node)
        {
            case XText plain:
                var collapsed = Collapse(plain.Value);
                text.Append(text.Length == 0 || text[^1] is ' ' or '\n' ? collapsed.TrimStart(' ') : collapsed);
                break;
            case XElement { Name.LocalName: "para" or "p" or "br" } paragraph:
                NewLine(text);
                AppendContent(text, paragraph);
                NewLine(text);
                break;
            case XElement { Name.LocalName: "code" } code:
                NewLine(text);
                foreach (var line in Dedent(code.Value).Split('\n')) text.Append("    ").Append(line).Append('\n');
                break;
            case XElement { Name.LocalName: "list" } list:
                NewLine(text);
                AppendList(text, list);
                break;
            case XElement { IsEmpty: true } reference when TargetOf(reference) is { } target:
                text.Append(target);
                break;
            case XElement other:
                AppendContent(text, other);
                break;
        }
    }

    private static void AppendContent(StringBuilder text, XElement element)
    {
        foreach (var inner in element.Nodes()) Append(text, inner);
    }

    private static void AppendList(StringBuilder text, XElement list)
    {
        var number = 0;
        foreach (var item in list.Elements("item"))
        {
            text.Append((string?)list.Attribute("type") == "number" ? $"{++number}. " : "- ");
            var term = item.Element("term") is { } named ? Render(named) : "";
            var description = item.Element("description") is { } described ? Render(described) : term.Length == 0 ? Render(item) : "";
            text.Append(term).Append(term.Length > 0 && description.Length > 0 ? ": " : "").Append(description).Append('\n');
        }
    }

    private static void NewLine(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
