namespace Qiansi.Publishing.Code;

/// <summary>Colours HTML and XML (tags, attributes, comments) and the signs of Markdown (headings, fences, quotes, lists).</summary>
internal static class MarkupTokenizer
{
    /// <summary>The runs of HTML, XML or SVG.</summary>
    public static IReadOnlyList<CodeRun> ClassifyHtml(string code)
    {
        var runs = new List<CodeRun>();
        for (var i = 0; i < code.Length;)
        {
            if (code[i] != '<' || i + 1 >= code.Length)
            {
                i++;
            }
            else if (code.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = code.IndexOf("-->", i, StringComparison.Ordinal) is var close && close < 0 ? code.Length : close + 3;
                runs.Add(new(i, end - i, CodeLook.Comment));
                i = end;
            }
            else if (char.IsLetter(code[i + 1]) || code[i + 1] is '/' or '!' or '?')
            {
                i = Tag(code, i, runs);
            }
            else
            {
                i++;
            }
        }

        return runs;
    }

    /// <summary>The runs of Markdown.</summary>
    public static IReadOnlyList<CodeRun> ClassifyMarkdown(string code)
    {
        var runs = new List<CodeRun>();
        var fence = "";
        for (var start = 0; start < code.Length;)
        {
            var end = code.IndexOf('\n', start) is var newline && newline < 0 ? code.Length : newline;
            var line = code.AsSpan(start, end - start);
            var text = line.TrimStart();
            var indent = line.Length - text.Length;
            if (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal))
            {
                runs.Add(new(start + indent, text.Length, CodeLook.Directive));
                fence = fence.Length == 0 ? text[..3].ToString() : text.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
            }
            else if (fence.Length == 0 && text is ['#', ..])
            {
                runs.Add(new(start + indent, text.Length, CodeLook.Heading));
            }
            else if (fence.Length == 0 && text is ['>', ..] or ['-' or '*' or '+', ' ', ..])
            {
                runs.Add(new(start + indent, 1, CodeLook.Keyword));
            }

            start = end + 1;
        }

        return runs;
    }

    private static int Tag(string code, int at, List<CodeRun> runs)
    {
        var i = at + 1;
        while (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] is '/' or '!' or '?' or '-' or ':')) i++;
        runs.Add(new(at, i - at, CodeLook.Tag));
        while (i < code.Length && code[i] != '>')
        {
            if (code[i] is '"' or '\'')
            {
                var end = code.IndexOf(code[i], i + 1) is var close && close < 0 ? code.Length : close + 1;
                runs.Add(new(i, end - i, CodeLook.Text));
                i = end;
            }
            else if (char.IsLetter(code[i]) || code[i] is '@' or '_')
            {
                var start = i;
                while (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] is '-' or ':' or '.' or '_' or '@')) i++;
                runs.Add(new(start, i - start, CodeLook.Attribute));
            }
            else
            {
                i++;
            }
        }

        if (i >= code.Length) return code.Length;
        var slash = i > at && code[i - 1] == '/' && runs[^1].Start + runs[^1].Length < i;
        runs.Add(new(slash ? i - 1 : i, slash ? 2 : 1, CodeLook.Tag));
        return i + 1;
    }
}
