namespace Qiansi.Snl.Diagnostics;

/// <summary>Collects what the stages of a compilation find.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>What was found, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> InOrder => [.. _found.OrderBy(d => d.Span.Start)];

    /// <summary>Whether one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Notes one.</summary>
    public void Add(Rule rule, Span span, string message, string? hint = null)
    {
        var diagnostic = new Diagnostic(rule, span, message, hint);
        _found.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }
}
