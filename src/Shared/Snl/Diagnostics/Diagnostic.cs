using System.Text;

namespace Qiansi.Snl.Diagnostics;

/// <summary>Something wrong, or suspicious, at a place of the program.</summary>
/// <param name="Rule">What it is about.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong, with what was seen.</param>
/// <param name="Hint">What to do, when that can be said.</param>
public sealed record Diagnostic(Rule Rule, Span Span, string Message, string? Hint = null)
{
    /// <summary>Whether the program cannot run.</summary>
    public Severity Severity => Rule >= Rule.Unused ? Severity.Warning : Severity.Error;

    /// <summary>The rule's short name: <c>SNL201</c>.</summary>
    public string Code => $"SNL{(int)Rule}";

    /// <summary>The message with line and column, the line itself, a caret below the place, and the hint.</summary>
    public string Render(SourceText source)
    {
        var place = source.PositionOf(Span.Start);
        var line = source.Line(place.Line);
        var number = place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        if (source.Name.Length > 0) text.Append(source.Name).Append(':');
        text.Append($"{place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}\n");
        text.Append($"  {number} | {line}\n  {new string(' ', number.Length)} | ");
        var column = Math.Min(place.Column - 1, line.Length);
        foreach (var c in line[..column]) text.Append(c == '\t' ? "\t" : IsWide(c) ? "  " : " ");
        text.Append('^');
        var marked = Math.Min(Span.Length, line.Length - column);
        for (var i = 1; i < marked; i++) text.Append('~');
        if (Hint is not null) text.Append($"\n  {new string(' ', number.Length)} = {Hint}");
        return text.Append('\n').ToString();
    }

    /// <summary>Whether a terminal gives the character two columns (Chinese, Japanese, Korean, full-width forms).</summary>
    private static bool IsWide(char c) =>
        c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
        or >= '\uFE30' and <= '\uFE6F'
        or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6';
}
