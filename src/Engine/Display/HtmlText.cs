using System.Globalization;
using System.Net;
using System.Text;

namespace Qiansi.Engine.Display;

/// <summary>Between text and HTML.</summary>
internal static class HtmlText
{
    private const int WordsLimit = 256 * 1024;

    /// <summary>Escapes text for an element's content or a quoted attribute; characters outside ASCII stay as they are.</summary>
    public static string Escape(string text)
    {
        var at = text.AsSpan().IndexOfAny("<>&\"'");
        if (at < 0) return text;
        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, at);
        foreach (var c in text.AsSpan(at))
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The words of HTML: without tags, scripts and styles; blocks become lines. Of many the first are read,
    /// which is more than is ever shown.</summary>
    public static string ToPlain(string html)
    {
        var text = new StringBuilder();
        for (var i = 0; i < html.Length;)
        {
            if (text.Length >= WordsLimit && !char.IsHighSurrogate(text[^1]))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n… the words of {html.Length - i} more characters of HTML are left out …");
                break;
            }

            if (html[i] != '<' || i + 1 == html.Length || !(char.IsLetter(html[i + 1]) || html[i + 1] is '/' or '!'))
            {
                text.Append(html[i] is '\r' or '\n' or '\t' ? ' ' : html[i]);
                i++;
                continue;
            }

            if (html.AsSpan(i).StartsWith("<!--"))
            {
                var close = html.IndexOf("-->", i, StringComparison.Ordinal);
                i = close < 0 ? html.Length : close + 3;
                continue;
            }

            var end = TagEnd(html, i);
            var name = Name(html, i);
            i = end;
            if (name is "script" or "style") i = AfterElement(html, name, i);
            else if (name is "br" or "p" or "/p" or "div" or "/div" or "tr" or "/tr" or "li" or "/li" or "pre" or "/pre" or "table"
                or "/table" or "h1" or "h2" or "h3" or "h4" or "/h1" or "/h2" or "/h3" or "/h4" or "/summary") text.Append('\n');
            else if (name is "/td" or "/th") text.Append('\t');
        }

        var lines = WebUtility.HtmlDecode(text.ToString()).Split('\n').Select(Collapsed).Where(l => l.Length > 0);
        return string.Join('\n', lines);
    }

    private static int TagEnd(string html, int start)
    {
        var quote = '\0';
        for (var i = start; i < html.Length; i++)
        {
            if (quote != '\0')
            {
                if (html[i] == quote) quote = '\0';
            }
            else if (html[i] is '"' or '\'')
            {
                quote = html[i];
            }
            else if (html[i] == '>')
            {
                return i + 1;
            }
        }

        return html.Length;
    }

    private static string Name(string html, int start)
    {
        var end = start + 2;
        while (end < html.Length && (char.IsLetterOrDigit(html[end]) || html[end] == '-')) end++;
        return html[(start + 1)..end].ToLowerInvariant();
    }

    private static int AfterElement(string html, string name, int from)
    {
        var close = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? html.Length : TagEnd(html, close);
    }

    private static string Collapsed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
}
