using System.Net;
using System.Text;

namespace Qiansi.Publishing.Code;

/// <summary>Writes code with its runs as spans.</summary>
internal static class CodeHtml
{
    /// <summary>HTML of the code; runs may not overlap and come in order, plain text between them may be left out.</summary>
    public static string Write(string code, IEnumerable<CodeRun> runs)
    {
        var html = new StringBuilder(code.Length * 2);
        var written = 0;
        foreach (var run in Joined(runs))
        {
            if (run.Look == CodeLook.Plain || run.Start < written || run.Length == 0) continue;
            html.Append(WebUtility.HtmlEncode(code[written..run.Start]));
            html.Append("<span class=\"").Append(Class(run.Look)).Append("\">")
                .Append(WebUtility.HtmlEncode(code.Substring(run.Start, run.Length))).Append("</span>");
            written = run.Start + run.Length;
        }

        return html.Append(WebUtility.HtmlEncode(code[written..])).ToString();
    }

    private static IEnumerable<CodeRun> Joined(IEnumerable<CodeRun> runs)
    {
        CodeRun? open = null;
        foreach (var run in runs)
        {
            if (open is { } last && last.Look == run.Look && last.Start + last.Length == run.Start)
            {
                open = last with { Length = last.Length + run.Length };
                continue;
            }

            if (open is { } done) yield return done;
            open = run;
        }

        if (open is { } rest) yield return rest;
    }

    private static string Class(CodeLook look) => look switch
    {
        CodeLook.Keyword => "k",
        CodeLook.Control => "kc",
        CodeLook.Type => "t",
        CodeLook.Method => "m",
        CodeLook.Member => "p",
        CodeLook.Text => "s",
        CodeLook.Escape => "e",
        CodeLook.Number => "n",
        CodeLook.Comment => "c",
        CodeLook.Directive => "d",
        CodeLook.Tag => "g",
        CodeLook.Attribute => "a",
        CodeLook.Heading => "h",
        _ => "o",
    };
}
