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
        var kind = Severity == Severity.Error ? "error" : "warning";
        var hint = Hint is null ? "" : $"\n  {Excerpt.Margin(place)} = {Hint}";
        return $"{Excerpt.Head(source, place)}{kind} {Code}: {Message}\n{Excerpt.Of(source, place, Span.Length)}{hint}\n";
    }
}
