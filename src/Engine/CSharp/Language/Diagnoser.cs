using Microsoft.CodeAnalysis;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>Errors and warnings of a cell under edit.</summary>
internal sealed class Diagnoser(SpeculativeCompiler compiler)
{
    /// <summary>Warnings that tell a notebook's reader nothing: unused variables, fields and functions that a later cell may use, and versions of framework assemblies.</summary>
    private static readonly HashSet<string> Noise =
        ["CS0168", "CS0169", "CS0219", "CS0414", "CS0649", "CS1591", "CS1701", "CS1702", "CS8019", "CS8020", "CS8321", "CS8632", "CS0436", "CS1685"];

    /// <summary>Errors first by place, noise left out.</summary>
    public IReadOnlyList<LanguageDiagnostic> Diagnose(string code, CancellationToken cancellation)
    {
        Snapshot snapshot = compiler.Compile(code, cancellation);
        var found = new List<LanguageDiagnostic>();
        Collect(found, snapshot.Script, cancellation);
        if (snapshot.Library is not null) Collect(found, snapshot.Library, cancellation);
        found.Sort((a, b) => (a.StartLine, a.StartColumn, a.Id).CompareTo((b.StartLine, b.StartColumn, b.Id)));
        return [.. found.Distinct()];
    }

    private static void Collect(List<LanguageDiagnostic> found, CompiledPart part, CancellationToken cancellation)
    {
        foreach (Diagnostic diagnostic in part.Model.GetDiagnostics(cancellationToken: cancellation))
        {
            if (diagnostic.Severity < DiagnosticSeverity.Warning || diagnostic.IsSuppressed || Noise.Contains(diagnostic.Id)) continue;
            FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
            found.Add(new LanguageDiagnostic(diagnostic.Id, diagnostic.Severity == DiagnosticSeverity.Error, diagnostic.GetMessage(),
                span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Line, span.EndLinePosition.Character));
        }
    }
}
