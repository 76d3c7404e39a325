using System.Net;
using System.Text;

namespace Qiansi.Publishing.Terminal;

/// <summary>HTML and plain text of what a program wrote to a terminal.</summary>
internal static class TerminalHtml
{
    private static readonly string[] ThemeColors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    /// <summary>The lines as HTML: runs of one style are spans with the classes of the page's theme.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        if (!NeedsScreen(text)) return [.. PlainLines(text).Select(WebUtility.HtmlEncode)!];
        return [.. TerminalScreen.Show(text).Select(Line)];
    }

    /// <summary>The text without colours, as it stands on the screen in the end.</summary>
    public static string PlainText(string text) =>
        NeedsScreen(text)
            ? string.Join('\n', TerminalScreen.Show(text).Select(l => string.Concat(l.Select(c => c.Char))))
            : string.Join('\n', PlainLines(text));

    private static bool NeedsScreen(string text) =>
        text.AsSpan().ContainsAny('\e', '\b', '\a') || text.Replace("\r\n", "\n").Contains('\r');

    private static string[] PlainLines(string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');
        return lines.Length > 1 && lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static string Line(IReadOnlyList<(char Char, TerminalStyle Style)> line)
    {
        var html = new StringBuilder();
        var run = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            run.Append(line[i].Char);
            if (i + 1 < line.Count && line[i + 1].Style == line[i].Style) continue;
            Append(html, run.ToString(), line[i].Style);
            run.Clear();
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, TerminalStyle style)
    {
        var encoded = WebUtility.HtmlEncode(text);
        if (style == default)
        {
            html.Append(encoded);
            return;
        }

        var element = style.Link is null ? "span" : "a";
        html.Append('<').Append(element);
        if (style.Link is not null) html.Append(" href=\"").Append(WebUtility.HtmlEncode(style.Link)).Append('"');
        var (classes, css) = Looks(style);
        if (classes.Count > 0) html.Append(" class=\"").AppendJoin(' ', classes).Append('"');
        if (css.Length > 0) html.Append(" style=\"").Append(css).Append('"');
        html.Append('>').Append(encoded).Append("</").Append(element).Append('>');
    }

    private static (List<string> Classes, string Css) Looks(TerminalStyle style)
    {
        var classes = new List<string>();
        var css = "";
        var (foreground, background) = style.Inverse ? (style.Background, style.Foreground) : (style.Foreground, style.Background);
        if (style.Bold) classes.Add("ansi-bold");
        if (style.Dim) classes.Add("ansi-dim");
        if (style.Italic) classes.Add("ansi-italic");
        if (style.Underline) classes.Add("ansi-underline");
        if (style.Struck) classes.Add("ansi-struck");
        if (style.Hidden) classes.Add("ansi-hidden");
        if (foreground.ThemeIndex >= 0) classes.Add(ThemeClass(foreground, "fg"));
        else if (foreground.IsSet) css = $"color:{foreground.Css}";
        else if (style.Inverse) classes.Add("ansi-inverse-fg");
        if (background.ThemeIndex >= 0) classes.Add(ThemeClass(background, "bg"));
        else if (background.IsSet) css += (css.Length > 0 ? ";" : "") + $"background:{background.Css}";
        else if (style.Inverse) classes.Add("ansi-inverse-bg");
        return (classes, css);
    }

    private static string ThemeClass(TerminalColor color, string place) =>
        $"ansi-{(color.ThemeIndex >= 8 ? "bright-" : "")}{ThemeColors[color.ThemeIndex % 8]}-{place}";
}
