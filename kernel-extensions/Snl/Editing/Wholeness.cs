using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;

namespace Qiansi.SnlCells.Editing;

/// <summary>Whether a program is whole.</summary>
internal static class Wholeness
{
    /// <summary>Incomplete when the first thing wrong is that the text ends.</summary>
    public static Completeness Of(string code)
    {
        var compilation = Compilation.Of(code);
        var error = compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error);
        if (error is null) return Completeness.Complete;
        var lastEnd = compilation.Text.Tokens is [.., var last, _] ? last.Span.End : 0;
        return error.Rule == Rule.UnclosedComment || error.Rule == Rule.UnexpectedToken && error.Span.Start >= lastEnd && lastEnd > 0
            ? new("incomplete", "  ") : Completeness.Complete;
    }
}
