using System.Collections.Immutable;
using System.Globalization;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>One error or warning of the compiler, at the cell's own line and column.</summary>
/// <param name="Id"><c>CS0103</c>.</param>
/// <param name="Message">The compiler's text.</param>
/// <param name="Line">1-based; 0 when the error has no place.</param>
/// <param name="Column">1-based.</param>
/// <param name="Length">Characters to underline on the line, at least 1.</param>
internal sealed record CellDiagnostic(string Id, string Message, int Line, int Column, int Length)
{
    /// <summary>What the author may have meant, as a sentence; null when nothing comes near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The errors among a compiler's diagnostics, in reading order.</summary>
    public static ImmutableArray<CellDiagnostic> Errors(IEnumerable<Diagnostic> diagnostics, SyntaxTree original, TextEdits edits) =>
        [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => Of(d, original, edits)).Distinct()
            .OrderBy(d => d.Line).ThenBy(d => d.Column)];

    /// <summary>The warnings among them that a reader should see.</summary>
    public static ImmutableArray<CellDiagnostic> Warnings(IEnumerable<Diagnostic> diagnostics, SyntaxTree original, TextEdits edits) =>
        [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning && CompilerWarnings.Matters(d))
            .Select(d => Of(d, original, edits)).Where(w => w.Line > 0).Distinct()];

    private static CellDiagnostic Of(Diagnostic diagnostic, SyntaxTree original, TextEdits edits)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        // Pieces of a large cell are named after it; other trees are what generators or the session added.
        if (!diagnostic.Location.IsInSource
            || !diagnostic.Location.SourceTree.FilePath.StartsWith(original.FilePath, StringComparison.Ordinal))
            return new(diagnostic.Id, message, 0, 0, 1);
        var text = original.GetText();
        var start = Math.Min(edits.ToOriginal(diagnostic.Location.SourceSpan.Start), text.Length);
        var end = Math.Min(edits.ToOriginal(diagnostic.Location.SourceSpan.End), text.Length);
        var place = text.Lines.GetLinePosition(start);
        var lineEnd = text.Lines[place.Line].End;
        return new(diagnostic.Id, message, place.Line + 1, place.Character + 1, Math.Max(1, Math.Min(end, lineEnd) - start));
    }
}
