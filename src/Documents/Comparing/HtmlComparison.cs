using System.Text;

namespace Qiansi.Documents.Comparing;

/// <summary>
/// Compares HTML and SVG as text in which white space between tags, comments and made-up names (the values of <c>id</c> and <c>name</c>
/// attributes, wherever they are used, and GUIDs) do not count.
/// </summary>
internal static class HtmlComparison
{
    /// <summary>What differs, or null.</summary>
    public static string? Compare(string stored, string fresh, ComparisonTolerance tolerance)
    {
        string before = Normalize(stored), now = Normalize(fresh);
        var at = TextComparison.FirstDifference(before, now, tolerance);
        return at < 0 ? null : $"stored '{TextComparison.Shorten(before, at)}', fresh '{TextComparison.Shorten(now, at)}'";
    }

    /// <summary>The markup on one line, its made-up names replaced by <c>id1</c>, <c>id2</c>, … in the order in which they come.</summary>
    internal static string Normalize(string html)
    {
        var names = new Dictionary<string, string>();
        Collect(html, "id=", names);
        Collect(html, "name=", names);
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length;)
        {
            if (html.AsSpan(i).StartsWith("<!--"))
            {
                var end = html.IndexOf("-->", i + 4, StringComparison.Ordinal);
                i = end < 0 ? html.Length : end + 3;
            }
            else if (char.IsWhiteSpace(html[i]))
            {
                while (i < html.Length && char.IsWhiteSpace(html[i])) i++;
                if (text.Length > 0 && text[^1] != '>' && text[^1] != ' ' && i < html.Length && html[i] is not ('<' or '>'))
                    text.Append(' ');
            }
            else if (IsNamePart(html[i]))
            {
                var start = i;
                while (i < html.Length && IsNamePart(html[i])) i++;
                var before = html.AsSpan(0, start);
                if (before.EndsWith("<") || before.EndsWith("</")) text.Append(html, start, i - start);
                else AppendName(html[start..i], names, text);
            }
            else
            {
                text.Append(html[i++]);
            }
        }

        return text.ToString();
    }

    private static void AppendName(string word, Dictionary<string, string> names, StringBuilder text)
    {
        if (!names.TryGetValue(word, out var name) && IsMadeUp(word)) name = Add(word, names);
        text.Append(name ?? word);
    }

    /// <summary>A GUID, or a name that ends in one (<c>plot_0f8fad5b…</c>); 32 digits alone may as well be a hash that counts.</summary>
    private static bool IsMadeUp(string word) => Guid.TryParseExact(word, "D", out _)
        || (word.Length > 33 && word[^33] is '_' or '-' && Guid.TryParseExact(word.AsSpan(word.Length - 32), "N", out _));

    private static void Collect(string html, string attribute, Dictionary<string, string> names)
    {
        for (var at = 0; (at = html.IndexOf(attribute, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += attribute.Length)
        {
            var value = at + attribute.Length;
            if (at == 0 || !char.IsWhiteSpace(html[at - 1]) || value >= html.Length) continue;
            var start = html[value] is '"' or '\'' ? value + 1 : value;
            var end = start;
            while (end < html.Length && IsNamePart(html[end])) end++;
            if (end > start && !names.ContainsKey(html[start..end])) Add(html[start..end], names);
        }
    }

    private static string Add(string word, Dictionary<string, string> names) => names[word] = $"id{names.Count + 1}";

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}
