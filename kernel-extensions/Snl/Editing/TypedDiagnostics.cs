using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Diagnostics;

namespace Qiansi.SnlCells.Editing;

/// <summary>Errors and warnings of a program that is being written.</summary>
internal static class TypedDiagnostics
{
    /// <summary>In the order of their places; none of a cell in which nothing stands yet.</summary>
    public static IReadOnlyList<CodeDiagnostic> Of(string code)
    {
        if (string.IsNullOrWhiteSpace(code)) return [];
        var compilation = Compilation.Of(code);
        return [.. compilation.Diagnostics.OrderBy(d => d.Span.Start).Select(d => Of(d, compilation.Source))];
    }

    private static CodeDiagnostic Of(Diagnostic found, SourceText source)
    {
        var (start, end) = (source.PositionOf(found.Span.Start), source.PositionOf(found.Span.Start + found.Span.Length));
        var message = found.Hint is null ? found.Message : $"{found.Message}\n{found.Hint}";
        return new(found.Code, found.Severity == Severity.Error, message, start.Line - 1, start.Column - 1, end.Line - 1, end.Column - 1);
    }
}
