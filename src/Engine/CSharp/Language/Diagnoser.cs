using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>Errors and warnings of a cell under edit.</summary>
internal sealed class Diagnoser(SpeculativeCompiler compiler)
{
    /// <summary>Errors first by place, noise left out.</summary>
    public IReadOnlyList<CodeDiagnostic> Diagnose(string code, CancellationToken cancellation)
    {
        var snapshot = compiler.Compile(code, cancellation);
        var found = new List<CodeDiagnostic>();
        Collect(found, snapshot.Script, cancellation);
        if (snapshot.Library is not null) Collect(found, snapshot.Library, cancellation);
        found.Sort((a, b) => (a.StartLine, a.StartColumn, a.Id).CompareTo((b.StartLine, b.StartColumn, b.Id)));
        return [.. found.Distinct()];
    }

    private static void Collect(List<CodeDiagnostic> found, CompiledPart part, CancellationToken cancellation)
    {
        foreach (var diagnostic in part.Model.GetDiagnostics(cancellationToken: cancellation))
        {
            if (!CompilerWarnings.Matters(diagnostic)) continue;
            var span = diagnostic.Location.GetLineSpan();
            found.Add(new CodeDiagnostic(diagnostic.Id, diagnostic.Severity == DiagnosticSeverity.Error, diagnostic.GetMessage(),
                span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Line, span.EndLinePosition.Character));
        }
    }
}
